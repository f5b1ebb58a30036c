import { buffer } from 'node:stream/consumers';
import { writeArchive } from '#server/archive/write-archive.ts';
import { encodeEntries } from '#server/archive/write-segment.ts';
import { type KeepBytes, type Sheet, writeXlsx } from '#server/formats/write-xlsx.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of other people's making: the rows of each sheet as XML, and whatever parts it has beside them. */
export type HandMade = {
  sheets: { name: string; rows: string; state?: string; before?: string }[];
  strings?: string;
  styles?: string;
  workbookPr?: string;
  /** Written instead of what would be there. */
  parts?: Record<string, string>;
};

export async function handMade({ sheets, strings, styles, workbookPr = '', parts = {} }: HandMade): Promise<Buffer> {
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = [
    ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
    relation('rIdS', 'sharedStrings', 'sharedStrings.xml'),
    relation('rIdT', 'styles', '/xl/styles.xml'),
  ];
  const all: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}">${workbookPr}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...(strings ? { 'xl/sharedStrings.xml': `<sst ${MAIN}>${strings}</sst>` } : {}),
    ...(styles ? { 'xl/styles.xml': `<styleSheet ${MAIN}>${styles}</styleSheet>` } : {}),
    ...Object.fromEntries(
      sheets.map(({ rows, before = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${before}<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...parts,
  };
  const files = Object.entries(all).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  return buffer(writeArchive([await encodeEntries(files)]));
}

/** A workbook of ours, written and kept in memory. */
export function writtenBy(sheets: readonly Sheet[]): Promise<Buffer> {
  return buffer(writeXlsx(sheets, keepInMemory));
}

const keepInMemory: KeepBytes = async (bytes) => {
  const pieces = await Array.fromAsync(bytes);
  return {
    read: async function* () {
      yield* pieces;
    },
  };
};
