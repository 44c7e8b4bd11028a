import { writeFileSync } from 'node:fs';

function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}

/** One test file's figures; a file that failed outside its tests (an import, a timeout) counts as one failure. */
function countSession(session) {
  const tests = testsOf(session.testResults);
  const passed = tests.filter((test) => test.passed).length;
  const failed = tests.filter((test) => !test.passed && !test.skipped).length;
  return { passed, failed: failed === 0 && !session.passed ? 1 : failed };
}

/** Writes { passed, failed } of a Web Test Runner run to `file`. */
export function resultsReporter(file) {
  return {
    stop({ sessions }) {
      const counts = sessions.map(countSession);
      const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
      writeFileSync(file, JSON.stringify({ passed: sum('passed'), failed: sum('failed') }));
    },
  };
}
