import type { Finding, Location } from '#domain/finding.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { foldName } from './field-names.ts';
import { nlSbbReferences } from './nl-sbb-columns.ts';
import { HEADER_WITHIN, type Table, type TableRow } from './table.ts';

/** The sheets of the Geonovum template that stand beside its concepts, by their folded names. */
const SHEETS = ['begrippenkaders', 'collecties', 'brondocumenten'] as const;
type SheetName = (typeof SHEETS)[number];

/** A row of such a sheet: what it names, its address, and the other cells by their folded column names. */
type Row = { name: string; uri: string; cells: ReadonlyMap<string, string> };
/** Its rows by their names, and by each term that one of them lists. */
type NamedSheet = { title: string; rows: Map<string, Row>; listing: Map<string, Row[]> };
/** The column in which a sheet lists terms. */
const LISTS: Readonly<Record<SheetName, string | null>> = {
  begrippenkaders: 'heefttopbegrip',
  collecties: 'bevat',
  brondocumenten: null,
};

/** Several references in a cell of the template are parted by a semicolon or a line. */
const PARTED = /[;\n]/;
/** So many names that are not there are said of the sheets together, and of one concept; of the others how many there are. */
const MAX_UNKNOWN = 20;

/** A name that a sheet has, or should have, and that is not there. */
type Missing = { sheet: string; name: string };

/**
 * What the template says of vocabularies, collections and source documents. A concept names them; here it is told what they are:
 * a source gets its address and reference, and a vocabulary or collection that has an address stands in the extras as the same one
 * does in a file of linked data (`skos:inScheme`, `skos:topConceptOf`, `skos:Collection`). One without an address keeps its name only.
 */
export class TemplateSheets {
  readonly #sheets = new Map<SheetName, NamedSheet>();

  /** Reads a sheet when it is one of these; false for any other. A second table beside the first has the same names again and is left. */
  async add(title: string, rows: AsyncIterable<TableRow>, most: number): Promise<boolean> {
    const name = SHEETS.find((one) => one === foldName(title));
    if (!name) return false;
    let columns: string[] | null = null;
    const sheet: NamedSheet = { title, rows: new Map(), listing: new Map() };
    for await (const { line, cells } of rows) {
      if (columns === null) {
        const folded = cells.map(foldName);
        if (folded.includes('naam')) columns = folded;
        else if (line > HEADER_WITHIN) return false;
        continue;
      }
      const row = readRow(columns, cells);
      if (row.name !== '' && sheet.rows.size < most) sheet.rows.set(keyOf(row.name), row);
    }
    if (columns === null) return false;
    for (const row of sheet.rows.values())
      for (const term of new Set(listed(row, LISTS[name]).map(keyOf))) {
        const others = sheet.listing.get(term);
        if (others) others.push(row);
        else sheet.listing.set(term, [row]);
      }
    this.#sheets.set(name, sheet);
    return true;
  }

  /** Which terms these sheets name that are no concepts of the file. */
  unknownTerms(names: Iterable<string>, file: Location): Finding[] {
    const terms = new Set(Array.from(names, keyOf));
    const missing = SHEETS.flatMap((sheet) => {
      const unknown = new Map<string, Missing>();
      for (const row of this.#rows(sheet)) {
        for (const name of listed(row, LISTS[sheet])) {
          const key = keyOf(name);
          if (!terms.has(key) && !unknown.has(key)) unknown.set(key, { sheet: this.#title(sheet), name });
        }
      }
      return [...unknown.values()];
    });
    return findings('template_term_not_there', file, missing);
  }

  /** Adds to a concept what the sheets say of what it names; says which names they do not have. */
  complete(record: RawRecord): void {
    const { fields } = record;
    const extras = { ...(fields.extras as Record<string, unknown> | undefined) };
    const missing: Missing[] = [];
    if (Array.isArray(fields.sources)) fields.sources = fields.sources.map((source) => this.#source(missing, source));
    this.#schemes(missing, extras);
    record.findings.push(...findings('template_name_not_there', record.location, missing));
    const term = typeof fields.term === 'string' ? keyOf(fields.term) : '';
    const naming = (name: SheetName) => this.#sheets.get(name)?.listing.get(term) ?? [];
    const topOf = naming('begrippenkaders').filter(({ uri }) => uri !== '');
    put(
      extras,
      'skos:topConceptOf',
      topOf.map(({ uri }) => ({ '@id': uri })),
    );
    const collections = naming('collecties');
    const addressed = collections.filter(({ uri }) => uri !== '');
    put(
      extras,
      'skos:Collection',
      addressed.map(({ name, uri }) => ({ '@id': uri, 'skos:prefLabel': name })),
    );
    put(
      extras,
      'collectie',
      collections.filter(({ uri }) => uri === '').map(({ name }) => name),
    );
    if (Object.keys(extras).length > 0) fields.extras = extras;
  }

  #source(missing: Missing[], source: unknown): unknown {
    if (typeof source !== 'string') return source;
    const row = this.#find(missing, 'brondocumenten', source);
    if (!row) return source;
    const citation = [row.cells.get('bronverwijzing'), row.cells.get('uitleg')].filter(Boolean).join(' – ');
    return { title: row.name, uri: row.uri || null, citation: citation || null };
  }

  #schemes(missing: Missing[], extras: Record<string, unknown>): void {
    const column = Object.keys(extras).find((name) => foldName(name) === 'inkader');
    if (column === undefined) return;
    const named: string[] = [];
    const schemes: unknown[] = [];
    for (const name of nlSbbReferences(String(extras[column]), PARTED)) {
      const row = this.#find(missing, 'begrippenkaders', name);
      if (row?.uri) schemes.push({ '@id': row.uri, 'dct:title': row.name });
      else named.push(name);
    }
    if (schemes.length === 0) return;
    if (named.length > 0) extras[column] = named.join('; ');
    else delete extras[column];
    put(extras, 'skos:inScheme', schemes);
  }

  /** A row by its name; that it is not there is only said of a sheet with anything in it. */
  #find(missing: Missing[], sheet: SheetName, name: string): Row | undefined {
    const rows = this.#sheets.get(sheet)?.rows;
    const row = rows?.get(keyOf(name));
    const isMissed = !row && rows !== undefined && rows.size > 0;
    if (isMissed) missing.push({ sheet: this.#title(sheet), name });
    return row;
  }

  #rows(name: SheetName): Row[] {
    return [...(this.#sheets.get(name)?.rows.values() ?? [])];
  }

  #title(name: SheetName): string {
    return this.#sheets.get(name)?.title ?? name;
  }
}

/** Whether a table has the concepts of the template. */
export function isTemplateTable({ header }: Table): boolean {
  const folded = header.columns.map(({ name }) => foldName(name));
  return folded.includes('voorkeursterm') && (folded.includes('inkader') || folded.includes('heeftbron'));
}

function readRow(columns: readonly string[], row: readonly string[]): Row {
  const cells = new Map<string, string>();
  // The first column of a name counts: in the template a second table stands beside the one of source documents.
  for (const [index, column] of columns.entries()) {
    if (column !== '' && !cells.has(column)) cells.set(column, (row[index] ?? '').trim());
  }
  return { name: cells.get('naam') ?? '', uri: cells.get('uri') ?? '', cells };
}

function listed({ cells }: Row, column: string | null): string[] {
  return nlSbbReferences((column && cells.get(column)) || '', PARTED);
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

/** One value stands alone, as it does in what is read from linked data. */
function put(extras: Record<string, unknown>, name: string, values: readonly unknown[]): void {
  if (values.length > 0) extras[name] = values.length === 1 ? values[0] : values;
}

function findings(code: string, location: Location, missing: readonly Missing[]): Finding[] {
  const short = (text: string) => text.slice(0, 100).toWellFormed();
  const said = missing.slice(0, MAX_UNKNOWN).map(({ sheet, name }): Finding => {
    return { code, severity: 'warning', location, params: { sheet: short(sheet), name: short(name) } };
  });
  const count = missing.length - said.length;
  if (count > 0) said.push({ code: 'template_more_not_there', severity: 'warning', location, params: { count } });
  return said;
}
