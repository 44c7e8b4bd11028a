import type { ProblemWords } from './words-problems';

/** Errors, notes, rules and options are written in English where they arise. */
export const enProblems: ProblemWords = {
  errors: {},
  ofInput: ({ input, text }) => `${input}: ${text}`,
  notes: {},
  rules: {},
  options: {},
};
