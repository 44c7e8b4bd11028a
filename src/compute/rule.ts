/** One thing that the figures of a result rest on: in a sentence, and by code and figures for other languages. */
export interface Rule {
  code: string;
  message: string;
  details?: Readonly<Record<string, unknown>>;
}

export function rule(code: string, message: string, details: Readonly<Record<string, unknown>> = {}): Rule {
  return { code, message, details };
}
