/** The policy of the README: nothing but what the kit needs, Trusted Types included. */
const STRICT = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html rfm-kit',
};

/** The strict policy, with other words for some directives. */
export function strictPolicy(changes: Partial<typeof STRICT> = {}): string {
  return Object.entries({ ...STRICT, ...changes })
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
}

/** Headers that put the pages of a site under a policy, and the workers of the kit under one of their own. */
export function under(policy: string): (path: string) => Record<string, string> {
  return (path) => {
    if (path.endsWith('.html')) return { 'content-security-policy': policy };
    if (/\/(reader|tables|duckdb-eh)\.worker\.js$/.test(path)) return { 'content-security-policy': WORKER };
    return {};
  };
}

/** A worker has a policy of its own: it fetches the engine beside it, and compiles it. */
const WORKER = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'";
