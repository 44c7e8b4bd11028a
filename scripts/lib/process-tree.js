// What a process and all it started use, from /proc: seconds of processor, and memory with what they share counted once.
import { readdirSync, readFileSync } from 'node:fs';

const TICKS = 100;

/** The numbers behind the name in /proc/<pid>/stat, which may hold spaces; null where the process is gone. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function memoryOf(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function childrenOf(root) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => [pid, statOf(pid)?.[1]]);
  const found = new Set([String(root)]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return found;
}

/** Watches the processes below `root` until `stop()`, which gives the seconds of processor and the peak of memory. */
export function watchTree(root, each = 250) {
  const seconds = new Map();
  let peak = 0;
  const look = () => {
    let memory = 0;
    for (const pid of childrenOf(root)) {
      const stat = statOf(pid);
      if (stat) seconds.set(pid, (Number(stat[11]) + Number(stat[12])) / TICKS);
      memory += memoryOf(pid);
    }
    peak = Math.max(peak, memory);
    return [...seconds.values()].reduce((sum, one) => sum + one, 0);
  };
  const before = look();
  const timer = setInterval(look, each);
  return {
    stop() {
      clearInterval(timer);
      return { processor: look() - before, peak };
    },
  };
}
