import { readFileSync } from 'node:fs';
import { inRoot } from './paths.js';

/** What is installed with the package: the entries of the lock that are not for development alone, by `name@version`. */
export function runtimePackages() {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  const entries = Object.entries(packages).filter(
    ([folder, { dev, devOptional, peer }]) => folder !== '' && !dev && !devOptional && !peer,
  );
  return new Map(
    entries.map(([folder, { version, license, integrity }]) => [
      `${folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`,
      { folder, license, integrity },
    ]),
  );
}
