import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inRoot } from '../../../scripts/lib/paths.js';

export interface Demo {
  /** Where it is, as it says itself. */
  address: string;
  stop(): Promise<void>;
}

/** `npm start` as a person runs it. */
export async function startDemo(): Promise<Demo> {
  const child = spawn(process.execPath, [inRoot('scripts/start.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  let output = '';
  for await (const chunk of child.stdout!) {
    output += String(chunk);
    const address = /http:\/\/\S+/.exec(output)?.[0];
    if (address) return { address, stop };
  }
  throw new Error(`npm start ended without an address:\n${output}`);
}
