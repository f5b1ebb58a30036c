import { EXPORT_FORMAT_NAMES } from '#domain/export-formats.ts';
import { reportFormat } from '#domain/fidelity.ts';
import { fieldLabel } from '#domain/field-labels.ts';
import type { Locale } from '#domain/locale.ts';
import { tableHeader, tableRow } from './definition-table.ts';
import type { WriteFacts, WriteRecord, Writer } from './format.ts';
import { keepInMemory } from './keep-in-memory.ts';
import { MAX_CELL_LENGTH, type Sheet, writeXlsx } from './write-xlsx.ts';

const HEADER = tableHeader('nl');
/** In characters; texts need room, and what is there for programs none. */
const WIDTHS: Readonly<Record<string, number>> = {
  Id: 38,
  Begrip: 28,
  Definitie: 64,
  Voorbeeldzinnen: 44,
  Praktijkvoorbeelden: 44,
  Tegenvoorbeelden: 44,
  Toelichting: 56,
  Bronnen: 60,
  Relaties: 44,
};
const WIDTH = 24;

/** A workbook with a row for each definition and a sheet that tells about the export; every cell is a text. */
export const xlsxWriter: Writer = {
  name: 'xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  refuses: (record) => (tableRow(record).some((cell) => cell.length > MAX_CELL_LENGTH) ? 'export_cell_too_long' : null),
  write(records, facts) {
    const counted = { definitions: 0 };
    return writeXlsx([definitions(records, counted), report(facts, counted)], keepInMemory);
  },
};

function definitions(
  records: AsyncIterable<WriteRecord> | Iterable<WriteRecord>,
  counted: { definitions: number },
): Sheet {
  async function* rows(): AsyncGenerator<string[]> {
    for await (const record of records) {
      counted.definitions += 1;
      yield tableRow(record);
    }
  }
  return {
    name: 'Definities',
    hasHeader: true,
    columns: HEADER.map((name) => ({ name, width: WIDTHS[name] ?? WIDTH })),
    rows: rows(),
  };
}

/** What the sheet about the export says, in the language that was asked for; the columns of definitions have one set of names. */
const REPORT_WORDS = {
  nl: {
    sheet: 'Rapport',
    what: 'Wat',
    organisation: 'Organisatie',
    createdAt: 'Gemaakt op',
    madeWith: 'Gemaakt door',
    format: 'Formaat',
    definitions: 'Definities',
    notCarried: 'Niet overdraagbaar',
    nothing: 'niets',
    field: 'Veld',
  },
  en: {
    sheet: 'Report',
    what: 'What',
    organisation: 'Organisation',
    createdAt: 'Made on',
    madeWith: 'Made by',
    format: 'Format',
    definitions: 'Definitions',
    notCarried: 'Cannot be carried over',
    nothing: 'nothing',
    field: 'Field',
  },
} as const satisfies Record<Locale, Record<string, string>>;

/** Its first row stands alone: by that our own reader knows that it holds no definitions. */
function report(facts: WriteFacts, counted: { definitions: number }): Sheet {
  const { conventions, notCarried } = reportFormat('xlsx');
  const locale = facts.language ?? 'nl';
  const words = REPORT_WORDS[locale];
  function* rows(): Generator<string[]> {
    yield ['Lexport – export'];
    yield [words.what, facts.title];
    yield [words.organisation, facts.organisation];
    yield [words.createdAt, facts.createdAt];
    yield [words.madeWith, facts.application];
    yield [words.format, EXPORT_FORMAT_NAMES.xlsx[locale]];
    yield [words.definitions, String(counted.definitions)];
    yield [words.notCarried, notCarried.map((field) => fieldLabel(field, locale)).join(', ') || words.nothing];
    for (const { field, text } of conventions) yield [`${words.field} “${fieldLabel(field, locale)}”`, text[locale]];
  }
  return {
    name: words.sheet,
    hasHeader: false,
    columns: [
      { name: '', width: 34 },
      { name: '', width: 80 },
    ],
    rows: rows(),
  };
}
