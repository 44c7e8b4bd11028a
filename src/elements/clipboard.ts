/** Puts a picture on the clipboard; it is given as a promise, for a browser asks for the right at the press itself. */
export function copyPicture(png: Promise<Blob>): Promise<void> {
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}

/** Puts a table on the clipboard, as text and as HTML: whoever takes it chooses. */
export function copyTable(text: string, html: string): Promise<void> {
  const item = new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  });
  return navigator.clipboard.write([item]);
}
