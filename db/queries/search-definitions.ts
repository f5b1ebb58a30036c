import type { Sql } from '#db/client.ts';
import type { Sight } from '#domain/clearance.ts';
import type { Category, Classification, DefinitionStatus, Verdict, Visibility } from '#domain/definition.ts';
import type { DefinitionFilterValues } from '#domain/definition-filter.ts';
import { binder, definitionFilterSql, matchSql } from './definition-filter.ts';
import { type KeyColumn, keyset, type Order, type PageAt, toPage } from './keyset.ts';
import { visibleHalves } from './visible-definitions.ts';

const ID: KeyColumn = { sql: 'd.id', type: 'uuid' };
const TERM: KeyColumn = { sql: 'lower(d.term)', type: 'text' };

const COLUMNS = {
  term: [TERM, ID],
  updatedAt: [{ sql: 'd.updated_at', type: 'timestamptz' }, ID],
  qualityScore: [{ sql: 'd.quality_score', type: 'real' }, ID],
  status: [{ sql: 'd.status', type: 'definition_status' }, TERM, ID],
} satisfies Record<string, KeyColumn[]>;
type Sortable = keyof typeof COLUMNS;

export type DefinitionSort = Sortable | `-${Sortable}` | 'relevance';

export type FoundDefinition = {
  id: string;
  term: string;
  definition: string;
  category: Category;
  status: DefinitionStatus;
  organisationalContext: string[];
  legalContext: string[];
  legalBasis: string[];
  verdict: Verdict;
  qualityScore: number;
  classification: Classification;
  visibility: Visibility;
  owner: { id: string; name: string };
  version: number;
  updatedAt: Date;
  /** Where it stands in this sort, for a cursor. */
  key: string[];
};

export type DefinitionSearch = {
  filter: DefinitionFilterValues;
  sight: Sight;
  sort: DefinitionSort;
  at: PageAt | null;
  limit: number;
};

/** One page of the definitions that match. */
export async function searchDefinitions(sql: Sql, search: DefinitionSearch) {
  const { filter, sort, at, limit } = search;
  const params: unknown[] = [];
  const from = pageSource(search, params);
  const page = keyset(orderOf(sort, filter.q ?? '', params), at, params);
  const rest = (visible: string) => `definitions d WHERE ${visible}${page.condition}`;
  const end = `ORDER BY ${page.orderBy} LIMIT ${limit + 1}`;
  const { rows } = await sql.query<FoundDefinition>(
    `SELECT d.id, d.term, d.definition, d.category, d.status, d.organisational_context AS "organisationalContext",
       d.legal_context AS "legalContext", d.legal_basis AS "legalBasis", d.verdict, d.quality_score AS "qualityScore",
       d.classification, d.visibility, jsonb_build_object('id', owner.id, 'name', owner.name) AS owner,
       d.version, d.updated_at AS "updatedAt", ${page.key} AS key
     FROM ${from(rest, end)} JOIN organisations owner ON owner.id = d.organisation_id ${end}`,
    params,
  );
  return toPage(rows, limit, at);
}

type Source = (rest: (visible: string) => string, end: string) => string;

/**
 * What a page is taken from. Every order is indexed per organisation, and so a page over several is the best of the first of each:
 * of every organisation, or of one's own and of what is shared with it. Words are looked up in an index over all of it.
 */
function pageSource({ filter, sight }: DefinitionSearch, params: unknown[]): Source {
  if (filter.q?.trim()) {
    const where = definitionFilterSql(filter, sight, params);
    return (rest, end) => `(SELECT d.* FROM ${rest(where)} ${end}) d`;
  }
  const halves = visibleHalves(sight, binder(params));
  const matching = matchSql(filter, params);
  if (sight.scope === null)
    return (rest, end) =>
      `organisations o CROSS JOIN LATERAL (SELECT * FROM ${rest(`${halves[0]} AND ${matching}`)} AND d.organisation_id = o.id ${end}) d`;
  return (rest, end) =>
    `(${halves.map((half) => `(SELECT d.* FROM ${rest(`${half} AND ${matching}`)} ${end})`).join(' UNION ALL ')}) d`;
}

function orderOf(sort: DefinitionSort, q: string, params: unknown[]): Order {
  if (sort === 'relevance') return { columns: [closeness(q, params), TERM, ID], descending: false };
  const descending = sort.startsWith('-');
  return { columns: COLUMNS[(descending ? sort.slice(1) : sort) as Sortable], descending };
}

/** The term itself, a term that begins so, the words inside the term, inside a synonym, only in the text. */
function closeness(q: string, params: unknown[]): KeyColumn {
  const words = q.trim().toLowerCase();
  const exact = `$${params.push(words)}`;
  const piece = `$${params.push(words.replace(/[\\%_]/g, '\\$&'))}`;
  const sql = `(CASE WHEN lower(d.term) = ${exact} THEN 0 WHEN lower(d.term) LIKE ${piece} || '%' THEN 1
    WHEN lower(d.term) LIKE '%' || ${piece} || '%' THEN 2 WHEN d.search_terms LIKE '%' || ${piece} || '%' THEN 3 ELSE 4 END)`;
  return { sql, type: 'int' };
}
