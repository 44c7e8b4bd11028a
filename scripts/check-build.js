// Checks of dist/ as a user gets it. Each check gives the list of what is wrong.
import { writeFileSync } from 'node:fs';
import { assetProblems } from './check-build/assets.js';
import { budgetProblems } from './check-build/budgets.js';
import { staleDocuments, undocumented, withoutDefault } from './check-build/documented.js';
import { effectProblems, registrationProblems, sideEffectsProblems } from './check-build/effects.js';
import { exportProblems } from './check-build/exports.js';
import { evalProblems, hostProblems } from './check-build/scripts.js';

const CHECKS = {
  'every export resolves to a file with its types': exportProblems,
  'importing a class module, rfm-kit or rfm-kit/core does nothing': effectProblems,
  'define and define/<name> register their elements': registrationProblems,
  '"sideEffects" names the files that have them': sideEffectsProblems,
  'dist/cdn holds what rfm-kit.js asks for and nothing else, every script with its map': assetProblems,
  'every attribute, property, event, slot, part and custom property is documented': undocumented,
  'every attribute that is a number or a choice says its default': withoutDefault,
  'the documents say what the elements are': staleDocuments,
  'no script makes code from text': evalProblems,
  'no address of another host could be requested': hostProblems,
  'one chart, the whole kit and the engine keep to their budgets, or at least grow no further':
    budgetProblems,
};

async function run([name, check]) {
  const problems = await check();
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  for (const problem of problems) console.log(`       ${problem}`);
  return problems.length === 0;
}

const passed = [];
for (const check of Object.entries(CHECKS)) passed.push(await run(check));
const counts = { passed: passed.filter(Boolean).length, failed: passed.filter((ok) => !ok).length };
if (process.env.RFM_RESULTS) writeFileSync(process.env.RFM_RESULTS, JSON.stringify(counts));
if (counts.failed > 0) process.exitCode = 1;
