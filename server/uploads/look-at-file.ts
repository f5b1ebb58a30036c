import type { Detected } from '#contract/reading.ts';
import type { Finding, Location } from '#domain/finding.ts';
import { isTableFormat, type ReadChoices } from '#domain/read-choices.ts';
import { decodeText } from '#server/formats/decode-text.ts';
import { dialectOf } from '#server/formats/dialect.ts';
import { detectFormat } from '#server/formats/formats.ts';
import { guessLanguage } from '#server/formats/guess-language.ts';
import { lookAtTable, type TableLook } from '#server/formats/look-at-table.ts';
import { recode } from '#server/formats/recode.ts';

export type FileLook = { detected: Detected; table: TableLook | null; file: Location; problems: Finding[] };

export const NOTHING_DETECTED: Detected = {
  format: null,
  encoding: null,
  delimiter: null,
  headerRow: null,
  dialect: null,
  language: null,
  files: null,
  mapping: 'none',
};

/** What one file is by its contents, and the first `most` rows of a table, read with these choices. Never throws on what it holds. */
export async function lookAtFile(given: Buffer, file: Location, choices: ReadChoices, most: number): Promise<FileLook> {
  const format = choices.format ?? detectFormat(given, file.file ?? '')?.name ?? null;
  const { encoding = null } = choices;
  const detected: Detected = { ...NOTHING_DETECTED, format, encoding };
  const failed = (problems: Finding[]): FileLook => ({ detected, table: null, file, problems });
  if (format === null) return failed([{ code: 'format_unknown', severity: 'error', location: file }]);
  const about: About = { file, choices, most };
  // A workbook says of itself how it is encoded.
  if (format === 'xlsx') return lookAtRows(given, about, { ...detected, encoding: null });
  const recoded = encoding ? recode(given, encoding, file) : { bytes: given };
  if ('failure' in recoded) return failed(recoded.failure.findings);
  const decoded = decodeText(recoded.bytes, { fallback: 'windows-1252' });
  if (decoded.text !== null) detected.encoding ??= decoded.encoding;
  if (isTableFormat(format)) return lookAtRows(decoded.text ?? '', about, detected);
  detected.language = languageOf(decoded.text);
  return failed([]);
}

type About = { file: Location; choices: ReadChoices; most: number };

async function lookAtRows(contents: Buffer | string, about: About, detected: Detected): Promise<FileLook> {
  const { file, choices, most } = about;
  const table = await lookAtTable(contents, file, choices, most);
  if ('failure' in table) {
    const { delimiter = null } = choices;
    return { detected: { ...detected, delimiter }, table: null, file, problems: table.failure.findings };
  }
  const { top, rows, delimiter } = table;
  const hasLanguage = top?.header.columns.some(({ field }) => field === 'language') ?? false;
  const text = rows.flatMap(({ cells }) => cells).join(' ');
  const language = languageOf(text);
  return {
    table,
    file,
    problems: [],
    detected: {
      ...detected,
      delimiter,
      headerRow: top?.line ?? null,
      dialect: top ? dialectOf(top.cells) : null,
      language: hasLanguage && language ? { ...language, source: 'column' } : language,
      mapping: mappingNeed(table),
    },
  };
}

/** Whether a table comes in by the names of its columns alone. */
function mappingNeed({ top }: TableLook): Exclude<Detected['mapping'], 'none' | 'saved'> {
  if (top === null || top.header.missing.length > 0) return 'needed';
  return top.header.unknown.length > 0 ? 'offered' : 'known';
}

function languageOf(text: string | null): Detected['language'] {
  const value = guessLanguage(text ?? '');
  return value && { value, source: 'text' };
}
