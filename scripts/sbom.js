// Prints the bill of materials of what the package brings along: `npm run -s sbom`, or `npm run -s sbom -- spdx`.
// npm writes it; of what it leaves out with `--omit dev` some is not for development alone, so that is left out here.
import { spawnSync } from 'node:child_process';
import { root } from './lib/paths.js';
import { runtimePackages } from './lib/runtime-packages.js';

const format = process.argv[2] ?? 'cyclonedx';
const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', format], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (status !== 0) throw new Error(`npm could not write it: ${stderr}`);

const wanted = runtimePackages();
const bill = JSON.parse(stdout);

function cyclonedx() {
  const ref = bill.metadata.component['bom-ref'];
  const components = bill.components.filter(({ name, version }) => wanted.has(`${name}@${version}`));
  const kept = new Set([ref, ...components.map((component) => component['bom-ref'])]);
  const dependencies = bill.dependencies
    .filter((one) => kept.has(one.ref))
    .map((one) => ({ ...one, dependsOn: one.dependsOn?.filter((other) => kept.has(other)) }));
  return { ...bill, components, dependencies };
}

function spdx() {
  const own = new Set(bill.documentDescribes);
  const packages = bill.packages.filter(
    ({ SPDXID, name, versionInfo }) => own.has(SPDXID) || wanted.has(`${name}@${versionInfo}`),
  );
  const kept = new Set([bill.SPDXID, ...packages.map(({ SPDXID }) => SPDXID)]);
  const relationships = bill.relationships.filter(
    ({ spdxElementId, relatedSpdxElement }) => kept.has(spdxElementId) && kept.has(relatedSpdxElement),
  );
  return { ...bill, packages, relationships };
}

console.log(JSON.stringify(format === 'spdx' ? spdx() : cyclonedx(), null, 2));
