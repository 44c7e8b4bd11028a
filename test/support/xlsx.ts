import { crc32, deflateRawSync } from 'node:zlib';

/** A cell of a test workbook: text, number, or anything as the XML of a `c` element. */
export type TestCell = string | number | null | { xml: string };

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STYLES = `${HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;Day&quot;;[Red]\\-#,##0.00"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** A workbook of sheets by name; texts are shared, as Excel writes them. Styles: 1 and 2 show dates, 3 money. */
export function xlsx(
  sheets: Record<string, TestCell[][]>,
  options: { date1904?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const shared: string[] = [];
  const names = Object.keys(sheets);
  const cell = (value: TestCell, at: string): string => {
    if (value === null) return '';
    if (typeof value === 'object') return value.xml.replace('<c', `<c r="${at}"`);
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    if (!shared.includes(value)) shared.push(value);
    return `<c r="${at}" t="s"><v>${shared.indexOf(value)}</v></c>`;
  };
  const bodies = Object.values(sheets).map((rows) =>
    rows
      .map((cells, r) => {
        const row = cells.map((value, c) => cell(value, `${String.fromCharCode(65 + c)}${r + 1}`));
        return `<row r="${r + 1}" spans="1:9">${row.join('')}</row>`;
      })
      .join(''),
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types/>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns:r="r"><workbookPr${options.date1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships>${names
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="texts" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `${HEAD}<sst>${shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  };
  bodies.forEach((body, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `${HEAD}<worksheet><sheetData>${body}</sheetData></worksheet>`;
  });
  return zip(parts);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A ZIP archive of texts by name. */
export function zip(parts: Record<string, string>): Uint8Array<ArrayBuffer> {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(raw.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, Buffer.from(name));
    at += 4 + 26 + Buffer.byteLength(name) + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...bodies, list, end]));
}
