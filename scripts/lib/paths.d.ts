export const root: string;
export function inRoot(path: string): string;
