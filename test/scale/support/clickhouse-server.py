# ClickHouse's own HTTP server, out of the library that the package chdb brings: clickhouse-local with a configuration.
#   clickhouse-server.py <libchdb.so> <config.xml> <statements>
# chdb's own calls run statements only; this one takes a command line, and the server stands for as long as it sleeps.
import ctypes
import sys

library, config, statements = sys.argv[1:]
sleep = (
    "SELECT sum(pause) FROM (SELECT sleepEachRow(1) AS pause FROM numbers(600)) "
    "SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 1000000000"
)
arguments = [
    "clickhouse",
    "--multiquery",
    f"--config-file={config}",
    f"--query={statements}; SYSTEM START LISTEN HTTP; {sleep}",
]
query = ctypes.CDLL(library).query_stable_v2
query.restype = ctypes.c_void_p
query(len(arguments), (ctypes.c_char_p * len(arguments))(*[text.encode() for text in arguments]))
