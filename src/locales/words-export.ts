/** Of taking a picture or its numbers elsewhere. */
export interface ExportWords {
  /** Opens the menu. */
  menu: string;
  png: string;
  svg: string;
  csv: string;
  copyPicture: string;
  copyTable: string;
  /** Said while a picture is made or a file written. */
  working: string;
  copied: string;
  saved(name: string): string;
  /** Where the browser gives no right to the clipboard. */
  refused: string;
  failed: string;
}
