import { distFiles, matches, packageJson } from './files.js';

const ownFiles = ['./package.json'];

function problemsOf(name, target, files) {
  return Object.entries(typeof target === 'string' ? { default: target } : target)
    .filter(([, pattern]) => !files.some((file) => matches(pattern, file)))
    .map(([condition, pattern]) => `${name} (${condition}): there is no ${pattern}`);
}

/** Every registration needs both its module and its types: `define/*` alone would hide a missing one. */
function unpaired(files) {
  return files
    .filter((file) => /^\.\/dist\/(define\/)?[^/]+\.js$/.test(file))
    .filter((file) => !files.includes(file.replace(/\.js$/, '.d.ts')))
    .map((file) => `${file} has no types`);
}

export function exportProblems() {
  const files = [...distFiles(), ...ownFiles];
  const missing = Object.entries(packageJson.exports).flatMap(([name, target]) =>
    problemsOf(name, target, files),
  );
  return [...missing, ...unpaired(files)];
}
