import { encodeStream } from '#server/archive/encode-stream.ts';
import { type Segment, writeArchive } from '#server/archive/write-archive.ts';
import { encodeEntries } from '#server/archive/write-segment.ts';
import { columnName, encodeCellText, escapeXml } from './xlsx-text.ts';

/** More than this a cell cannot hold; programs call a workbook with more damaged. */
export const MAX_CELL_LENGTH = 32_767;
/** Programs take no more characters in the name of a sheet, and none of these. */
const MAX_SHEET_NAME = 31;
const NOT_IN_SHEET_NAME = /[:\\/?*[\]]/g;

export type SheetColumn = {
  name: string;
  /** In characters. */
  width: number;
  /** Marked, to be told from the others at a glance. */
  isMarked?: boolean;
};

export type Sheet = {
  name: string;
  columns: readonly SheetColumn[];
  /** Whether the columns are named in a first row, bold, which stays in view and can be filtered by. */
  hasHeader: boolean;
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
};

/** Puts bytes away until they are asked for: the size of a sheet stands before its data, and is known only behind it. */
export type KeepBytes = Parameters<typeof encodeStream>[2];

/**
 * A workbook, sheet after sheet as its rows come. Every cell is a text, so that `1.10`, `007` and `=1+1` stay what they are, also
 * when somebody edits them. The same rows give the same bytes. Only packed bytes are kept aside, by `keep`.
 * @throws RangeError when a cell is longer than a spreadsheet can hold
 */
export function writeXlsx(sheets: readonly Sheet[], keep: KeepBytes): AsyncGenerator<Uint8Array> {
  return writeArchive(segments(sheets, keep));
}

async function* segments(sheets: readonly Sheet[], keep: KeepBytes): AsyncGenerator<Segment> {
  const parts = Object.entries(fixedParts(sheets)).map(([name, xml]) => ({ name, bytes: Buffer.from(HEAD + xml) }));
  yield encodeEntries(parts);
  for (const [index, sheet] of sheets.entries()) {
    yield await encodeStream(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, index), keep);
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function fixedParts(sheets: readonly Sheet[]): Record<string, string> {
  const each = (xml: (number: number, sheet: Sheet) => string) => sheets.map((sheet, i) => xml(i + 1, sheet)).join('');
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${each((n) => part(`worksheets/sheet${n}`, 'worksheet'))}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((n, { name }) => `<sheet name="${escapeXml(sheetName(name))}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${each((n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`))}${relation('rIdStyles', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
  };
}

/** Numbers of cell styles. All are of the format "text", so that what is typed into them stays as it was typed. */
const STYLE = { plain: 1, head: 2, marked: 3, markedHead: 4 } as const;
const TEXT = 'numFmtId="49" applyNumberFormat="1" borderId="0" xfId="0" applyAlignment="1"';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const STYLES =
  `<styleSheet xmlns="${MAIN}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EAEE"/></patternFill></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFBE3E0"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  `<xf ${TEXT} fontId="0" fillId="0">${WRAPPED}</xf>` +
  `<xf ${TEXT} fontId="1" fillId="2" applyFont="1" applyFill="1">${WRAPPED}</xf>` +
  `<xf ${TEXT} fontId="0" fillId="3" applyFill="1">${WRAPPED}</xf>` +
  `<xf ${TEXT} fontId="1" fillId="3" applyFont="1" applyFill="1">${WRAPPED}</xf></cellXfs></styleSheet>`;

/** Rows in one piece: few enough to stay small, enough to make a step worth it. */
const ROWS_AT_ONCE = 64;

async function* sheetXml({ columns, hasHeader, rows }: Sheet, index: number): AsyncGenerator<Buffer> {
  const names = columns.map((_, at) => columnName(at));
  const styles = columns.map(({ isMarked }) => (isMarked ? STYLE.marked : STYLE.plain));
  const rowOf = rowWriter(
    names,
    columns.map(({ width }) => width),
  );
  let line = 0;
  let text = HEAD + sheetStart(columns, styles, hasHeader, index === 0);
  if (hasHeader) {
    line += 1;
    const heads = columns.map(({ isMarked }) => (isMarked ? STYLE.markedHead : STYLE.head));
    text += rowOf(
      columns.map(({ name }) => name),
      line,
      heads,
    );
  }
  for await (const row of rows) {
    line += 1;
    text += rowOf(row, line, styles);
    if (line % ROWS_AT_ONCE !== 0) continue;
    yield Buffer.from(text);
    text = '';
  }
  const last = names.at(-1);
  const filter = hasHeader && last && line > 1 ? `<autoFilter ref="A1:${last}${line}"/>` : '';
  yield Buffer.from(`${text}</sheetData>${filter}</worksheet>`);
}

function sheetStart(columns: readonly SheetColumn[], styles: readonly number[], hasHeader: boolean, isFirst: boolean) {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${styles[at]}" customWidth="1"/>`,
  );
  const frozen =
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';
  const view = `<sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${hasHeader ? frozen : ''}</sheetView>`;
  const cols = widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '';
  return `<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols}<sheetData>`;
}

/** In points: a line of text, and the most a row may have. */
const LINE_HEIGHT = 15;
const MAX_ROW_HEIGHT = 150;

/** How high a row is with its texts wrapped, about: programs that do not measure it themselves would show texts on top of each other. */
function heightOf(cells: readonly string[], widths: readonly number[]): number {
  let most = 1;
  for (const [at, cell] of cells.entries()) {
    const width = widths[at] ?? cell.length;
    if (cell.length <= width && !cell.includes('\n')) continue;
    const lines = cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
    most = Math.max(most, lines);
  }
  return Math.min(most * LINE_HEIGHT, MAX_ROW_HEIGHT);
}

function rowWriter(names: readonly string[], widths: readonly number[]) {
  return (cells: readonly string[], line: number, styles: readonly number[]): string => {
    let xml = `<row r="${line}" ht="${heightOf(cells, widths)}">`;
    for (const [at, cell] of cells.entries()) {
      if (cell === '') continue;
      if (cell.length > MAX_CELL_LENGTH) throw new RangeError(`Cell ${names[at]}${line} has ${cell.length} characters`);
      const style = styles[at] ?? STYLE.plain;
      const place = `${names[at] ?? columnName(at)}${line}`;
      xml += `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${encodeCellText(cell)}</t></is></c>`;
    }
    return `${xml}</row>`;
  };
}

function sheetName(name: string): string {
  return name.replace(NOT_IN_SHEET_NAME, ' ').slice(0, MAX_SHEET_NAME).trim() || 'Blad';
}
