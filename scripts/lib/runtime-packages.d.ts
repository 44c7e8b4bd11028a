export function runtimePackages(): Map<
  string,
  { folder: string; license: string | undefined; integrity: string | undefined }
>;
