import { describe, expect, it } from 'vitest';
import type { CheckedRecord } from '#domain/check-record.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { csv } from './csv.ts';
import { isBookkeeping } from './field-names.ts';
import { json } from './json.ts';
import { checkAll, countFindings } from './read-for-test.ts';
import { handMade } from './testing/workbooks.ts';
import { xlsx } from './xlsx.ts';

type Value = string | number | readonly string[] | null;
type Row = Readonly<Record<string, Value>>;

/** The 17 columns of the predecessor's smallest export. */
const BASIC: Row = {
  begrip: 'gegevensdrager',
  definitie: 'voorwerp waarop gegevens zijn vastgelegd',
  categorie: 'type',
  organisatorische_context: ['Openbaar Ministerie', 'Nationale Politie'],
  juridische_context: ['Strafrecht'],
  wettelijke_basis: ['art. 94 Sv', 'art. 3:2, eerste lid, Awb'],
  status: 'established',
  validation_score: 0.85,
  created_at: '2025-09-24 07:24:25',
  updated_at: '2025-10-27 14:43:07',
  voorkeursterm: 'drager',
  voorbeeld_zinnen: ['De drager is in beslag genomen.', 'Er stond niets op de drager.'],
  praktijkvoorbeelden: ['Een telefoon van een verdachte.'],
  tegenvoorbeelden: ['Een gesprek, niet opgenomen.', 'Een herinnering.'],
  synoniemen: ['opslagmedium', 'medium, digitaal'],
  antoniemen: ['gegeven', 'inhoud'],
  toelichting: 'Ook papier is een drager; het gaat om wat erop staat.',
};

/** The 8 that its extended export adds. */
const EXTENDED: Row = {
  ufo_categorie: 'Kind',
  validation_date: '2025-10-26 09:15:00',
  validation_issues: ['STR-01: begint met een lidwoord', 'CON-02: geen bron'],
  toelichting_proces: 'Besproken in het overleg van 3 oktober.',
  source_type: 'manual',
  created_by: 'a.jansen',
  updated_by: 'b.de-vries',
  ketenpartners: ['CJIB', 'DJI'],
};

/** And the 11 of its complete one. */
const COMPLETE: Row = {
  id: 412,
  version_number: 3,
  previous_version_id: 398,
  source_reference: 'dossier 2025/12',
  imported_from: 'begrippen.csv',
  datum_voorstel: '2025-09-01',
  approved_by: 'c.bakker',
  approved_at: '2025-10-27 14:42:59',
  approval_notes: 'Akkoord; zie het verslag.',
  last_exported_at: '2025-10-28 08:18:37',
  export_destinations: ['Rechtspraak', 'wiki'],
};

const REQUIRED = ['begrip', 'definitie', 'categorie', 'status'];

/** The same row with nothing in it but what has to be. */
function bare(row: Row): Row {
  const entries = Object.entries(row).map(([name, value]) => {
    const empty = Array.isArray(value) ? [] : null;
    return [name, name === 'begrip' ? 'kale rij' : REQUIRED.includes(name) ? value : empty] as const;
  });
  return Object.fromEntries(entries);
}

const LEVELS: [level: number, row: Row][] = [
  [17, BASIC],
  [25, { ...BASIC, ...EXTENDED }],
  [36, { ...BASIC, ...EXTENDED, ...COMPLETE }],
];

const asText = (value: unknown) => (Array.isArray(value) ? value.join('; ') : String(value ?? ''));

function asCsv(rows: readonly Row[]): string {
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(asText))];
  const quoted = lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'));
  return `\ufeff${quoted.join('\r\n')}\r\n`;
}

const DAY = /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/;
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><cellXfs>' +
  [0, 164, 14].map((id) => `<xf numFmtId="${id}"/>`).join('') +
  '</cellXfs>';

/** The days since 30 December 1899 of a moment, as a spreadsheet has them. */
const serial = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}Z`) / 86_400_000 + 25_569;

function typedCell(value: Value): string {
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  const text = asText(value);
  if (text === '') return '<c/>';
  if (DAY.test(text)) return `<c s="${text.includes(' ') ? 1 : 2}"><v>${serial(text.padEnd(19, ' 00:00:00'))}</v></c>`;
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}

function asXlsx(rows: readonly Row[]): Promise<Buffer> {
  const lines: Value[][] = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  const xml = lines.map((cells) => `<row>${cells.map(typedCell).join('')}</row>`).join('');
  return handMade({ sheets: [{ name: 'Definities', rows: xml }], styles: STYLES });
}

const GROUPS: Readonly<Record<string, string>> = {
  organisatorische_context: 'context',
  juridische_context: 'context',
  wettelijke_basis: 'context',
  voorbeeld_zinnen: 'voorbeelden',
  praktijkvoorbeelden: 'voorbeelden',
  tegenvoorbeelden: 'voorbeelden',
  synoniemen: 'taalkundig',
  antoniemen: 'taalkundig',
  toelichting: 'taalkundig',
  created_at: 'metadata',
  updated_at: 'metadata',
};

/** Its bulk JSON, flat or with its groups. */
function asJson(rows: readonly Row[], hasGroups: boolean): string {
  const definities = rows.map((row) => {
    const item: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(row)) {
      const group = hasGroups ? GROUPS[name] : undefined;
      if (group) item[group] = { ...(item[group] as object), [name]: value };
      else item[name] = value;
    }
    return item;
  });
  const info = { export_timestamp: '2025-10-28T08:18:37+00:00', export_version: '2.0', format: 'json' };
  return JSON.stringify({ export_info: { ...info, total_definitions: rows.length }, definities });
}

const readings = async (rows: readonly Row[]): Promise<[name: string, records: CheckedRecord[]][]> => [
  ['CSV', await checkAll(csv, asCsv(rows), 'a.csv')],
  ['XLSX', await checkAll(xlsx, await asXlsx(rows), 'a.xlsx')],
  ['JSON', await checkAll(json, asJson(rows, false), 'a.json')],
  ['JSON in groups', await checkAll(json, asJson(rows, true), 'a.json')],
];

/** The content with its extras as a table can have them: one text each, in no group. */
function comparable(content: DefinitionContent | null | undefined) {
  const { metadata, ...rest } = content?.extras ?? {};
  const extras = Object.entries({ ...rest, ...(metadata as object | undefined) }).map(([name, value]) => [
    name,
    asText(value),
  ]);
  return { ...content, extras: Object.fromEntries(extras) };
}

/** What is kept beside the content: everything that is no field of ours. */
function expectedExtras(row: Row): Record<string, string> {
  const kept = Object.entries(row).filter(([name, value]) => (name === 'id' || isBookkeeping(name)) && asText(value));
  return Object.fromEntries(kept.map(([name, value]) => [name, asText(value)]));
}

describe.each(LEVELS)('the predecessor’s export of %i columns', (level, row) => {
  it('is read without a remark, every value of it, the same from each kind of file', async () => {
    expect(Object.keys(row)).toHaveLength(level);
    for (const [name, records] of await readings([row])) {
      expect(countFindings(records), name).toEqual({});
      expect(comparable(records[0]?.content), name).toMatchObject({
        term: row.begrip,
        definition: row.definitie,
        category: row.categorie,
        status: row.status,
        organisationalContext: row.organisatorische_context,
        legalContext: row.juridische_context,
        legalBasis: row.wettelijke_basis,
        preferredTerm: row.voorkeursterm,
        synonyms: row.synoniemen,
        antonyms: row.antoniemen,
        examples: {
          sentence: row.voorbeeld_zinnen,
          practical: row.praktijkvoorbeelden,
          counter: row.tegenvoorbeelden,
        },
        explanation: row.toelichting,
        ufoCategory: row.ufo_categorie ?? null,
        chainPartners: row.ketenpartners ?? [],
      });
      expect(comparable(records[0]?.content).extras, name).toEqual(expectedExtras(row));
    }
  });

  it('says nothing where nothing was filled in, the same from each kind of file', async () => {
    const [first, ...others] = await readings([row, bare(row)]);
    const content = first?.[1][1]?.content;
    expect(content).toMatchObject({ term: 'kale rij', explanation: null, synonyms: [], chainPartners: [] });
    expect(content?.extras).toEqual({});
    for (const [name, records] of others) {
      expect(countFindings(records), name).toEqual({});
      expect(records[1]?.content, name).toEqual(content);
    }
  });
});
