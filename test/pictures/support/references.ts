import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../../scripts/lib/paths.js';
import type { Fingerprint } from './fingerprint';

/** Whether pictures are to be taken as they are, rather than compared. */
export const RENEWING: boolean = Boolean(process.env.RFM_RENEW_PICTURES);

const FOLDER = inRoot('test/pictures/references');
/** Pictures to look at; not kept. */
const SHOTS = inRoot('test/pictures/.shots');

type Known = Record<string, Fingerprint>;

const fileOf = (tag: string): string => join(FOLDER, `${tag}.json`);

export function readReferences(tag: string): Known {
  return existsSync(fileOf(tag)) ? (JSON.parse(readFileSync(fileOf(tag), 'utf8')) as Known) : {};
}

export function writeReferences(tag: string, known: Known): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(tag), `${JSON.stringify(known, null, 1)}\n`);
}

/** Keeps a picture where it can be looked at; where it lies. */
export function keepShot(tag: string, state: string, png: Buffer): string {
  mkdirSync(SHOTS, { recursive: true });
  const path = join(SHOTS, `${tag}-${state}.png`);
  writeFileSync(path, png);
  return path;
}
