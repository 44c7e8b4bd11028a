export interface Packed {
  file: string;
  size: number;
  files: { path: string; size: number }[];
}

export function packTo(folder: string): Packed;
