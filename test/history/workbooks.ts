/** Small workbooks, written cell by cell as a spreadsheet writes them. */
import { strToU8, zipSync } from 'fflate';

/** A number, a text, or a cell of its own: `s` is the style, 1 date, 2 date and time, 3 clock, 4 duration. */
export type Cell =
  number | string | null | { readonly v?: number | string; readonly s?: number; readonly f?: string };

const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts>
<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function nameOf(column: number): string {
  return (
    (column >= 26 ? String.fromCodePoint(64 + Math.floor(column / 26)) : '') +
    String.fromCodePoint(65 + (column % 26))
  );
}

export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  {
    since1904 = false,
    parts = {},
  }: { since1904?: boolean; parts?: Readonly<Record<string, Uint8Array>> } = {},
): Uint8Array<ArrayBuffer> {
  const strings: string[] = [];
  const cell = (value: Cell, row: number, column: number): string => {
    if (value === null) return '';
    const at = `r="${nameOf(column)}${row + 1}"`;
    if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
    if (typeof value === 'string') return `<c ${at} t="s"><v>${strings.push(value) - 1}</v></c>`;
    const formula = value.f === undefined ? '' : `<f>${escaped(value.f)}</f>`;
    return `<c ${at} s="${value.s ?? 0}">${formula}${value.v === undefined ? '' : `<v>${value.v}</v>`}</c>`;
  };
  const names = Object.keys(sheets);
  const pages = Object.values(sheets).map((rows) =>
    rows
      .map((cells, row) =>
        cells.length === 0
          ? ''
          : `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join('')}</row>`,
      )
      .join(''),
  );
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
  return Uint8Array.from(
    zipSync({
      'xl/workbook.xml': xml(
        `<workbook><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>${names
          .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
          .join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': xml(
        `<Relationships>${names
          .map(
            (_, i) =>
              `<Relationship Id="rId${i + 1}" Type="worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
          )
          .join('')}</Relationships>`,
      ),
      'xl/styles.xml': xml(STYLES),
      ...Object.fromEntries(
        pages.map((rows, i) => [
          `xl/worksheets/sheet${i + 1}.xml`,
          xml(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
        ]),
      ),
      'xl/sharedStrings.xml': xml(
        `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
      ),
      ...parts,
    }),
  );
}
