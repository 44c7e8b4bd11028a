/** The file among what was dropped, and how many there were. */
export function firstFile(transfer: DataTransfer | null): { file: File; count: number } | null {
  const file = transfer?.files[0];
  return transfer && file ? { file, count: transfer.files.length } : null;
}

/** What was pasted as a file: the cells as text, or else a file. A spreadsheet puts a picture of its cells beside them. */
export function pastedFile(transfer: DataTransfer | null, name: string): File | null {
  const text = transfer?.getData('text/plain') ?? '';
  return text.trim() === '' ? (firstFile(transfer)?.file ?? null) : textFile(text, name);
}

export function textFile(text: string, name: string): File {
  return new File([text], name, { type: 'text/plain' });
}
