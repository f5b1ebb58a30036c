import type { Sql } from '#db/client.ts';
import type { Category, DefinitionStatus, Verdict } from '#domain/definition.ts';
import type { DefinitionFilterValues } from '#domain/definition-filter.ts';
import { definitionFilterSql } from './definition-filter.ts';
import { type KeyColumn, keyset, type Order, type PageAt, toPage } from './keyset.ts';

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
  version: number;
  updatedAt: Date;
  /** Where it stands in this sort, for a cursor. */
  key: string[];
};

export type DefinitionSearch = {
  filter: DefinitionFilterValues;
  scope: string | null;
  sort: DefinitionSort;
  at: PageAt | null;
  limit: number;
};

/** One page of the definitions that match. */
export async function searchDefinitions(sql: Sql, search: DefinitionSearch) {
  const { filter, scope, sort, at, limit } = search;
  const params: unknown[] = [];
  const where = definitionFilterSql(filter, scope, params);
  const page = keyset(orderOf(sort, filter.q ?? '', params), at, params);
  const rest = `WHERE ${where}${page.condition}`;
  const end = `ORDER BY ${page.orderBy} LIMIT ${limit + 1}`;
  // Every order is indexed per organisation: a page over all of them is the best of each one's first.
  const everywhere = scope === null && !filter.q?.trim();
  const from = everywhere
    ? `organisations o, LATERAL (SELECT * FROM definitions d ${rest} AND d.organisation_id = o.id ${end}) d`
    : `definitions d ${rest}`;
  const { rows } = await sql.query<FoundDefinition>(
    `SELECT d.id, d.term, d.definition, d.category, d.status, d.organisational_context AS "organisationalContext",
       d.legal_context AS "legalContext", d.legal_basis AS "legalBasis", d.verdict, d.quality_score AS "qualityScore",
       d.version, d.updated_at AS "updatedAt", ${page.key} AS key
     FROM ${from} ${end}`,
    params,
  );
  return toPage(rows, limit, at);
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
