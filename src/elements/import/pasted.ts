/** The files among what was dropped or pasted. */
export function filesOf(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])];
}

/** What was pasted: cells as text, or else files. A spreadsheet puts a picture of its cells beside them. */
export function pastedFiles(transfer: DataTransfer | null, name: string): File[] {
  const text = transfer?.getData('text/plain') ?? '';
  return text.trim() === '' ? filesOf(transfer) : [textFile(text, name)];
}

export function textFile(text: string, name: string): File {
  return new File([text], name, { type: 'text/plain' });
}
