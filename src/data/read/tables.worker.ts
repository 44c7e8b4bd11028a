import { wasmDecoder } from './parquet-wasm';
import { readArrow } from './read-arrow';
import { readParquet } from './read-parquet';
import { readWorkbook } from './read-workbook';
import { serveReading } from './reader-service';

serveReading(({ parquet }) => ({
  parquet: (input, ...rest) => readParquet(input, wasmDecoder(parquet), ...rest),
  arrow: readArrow,
  workbook: readWorkbook,
}));
