/** How sure (0..1) the finding of a column is from which on it need not be checked. */
export const SURE = 0.55;
