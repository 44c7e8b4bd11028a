/**
 * What the suites of `test/compute` and `test/analytics` take from Vitest, for Web Test Runner: its own matchers over
 * Mocha's describe and it. The test runner's configuration puts this file in the place of `vitest`.
 */
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const expect: Chai.ExpectStatic = chai.expect;
export const describe: Mocha.SuiteFunction = globalThis.describe;
export const afterAll: Mocha.HookFunction = globalThis.after;

interface TestContext {
  skip(): never;
}

type Test = (context: TestContext) => unknown;
type TestOfRow = (...values: unknown[]) => unknown;

/** Mocha would take a parameter for its callback: the test is called without. */
function run(title: string, test: Test): void {
  globalThis.it(title, function () {
    return test({ skip: () => this.skip() }) as Promise<void>;
  });
}

function each(rows: readonly unknown[]): (title: string, test: TestOfRow) => void {
  return (title, test) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      const left = [...values];
      run(
        title.replace(/%[sdi]/g, () => String(left.shift())),
        () => test(...values),
      );
    }
  };
}

export const it: typeof run & { each: typeof each } = Object.assign(run, { each });

/** The runner's configuration has the timeout here. */
export const vi: { setConfig(): void } = { setConfig: (): void => {} };
