// Loaded before every browser test file (web-test-runner.config.js): what the page complains of, no test may overlook.

const complaints: string[] = [];
/** Lit's development build, which we test with because it says more, introduces itself. */
const GREETING = /^console\.warn: Lit is in dev mode/;
let expected: RegExp[] = [];

function note(kind: string, parts: readonly unknown[]): void {
  complaints.push(
    `${kind}: ${parts.map((part) => (part instanceof Error ? part.stack : String(part))).join(' ')}`,
  );
}

for (const kind of ['error', 'warn'] as const) {
  // biome-ignore lint/suspicious/noConsole: it is the console that is watched
  const original = console[kind].bind(console);
  console[kind] = (...parts: unknown[]): void => {
    note(`console.${kind}`, parts);
    original(...parts);
  };
}

addEventListener('unhandledrejection', (event) => note('unhandled rejection', [event.reason]));
addEventListener('securitypolicyviolation', (event) => note('policy violation', [event.blockedURI]));

/** Lets the test at hand pass although the page says something like `pattern`. */
export function expectComplaint(pattern: RegExp): void {
  expected.push(pattern);
}

afterEach(() => {
  const unexpected = complaints.filter(
    (text) => ![GREETING, ...expected].some((pattern) => pattern.test(text)),
  );
  complaints.length = 0;
  expected = [];
  if (unexpected.length > 0) throw new Error(`The page complained:\n${unexpected.join('\n')}`);
});
