import type { Sql } from '#db/client.ts';
import type { Sight } from '#domain/clearance.ts';
import { DEFINITION_STATUSES } from '#domain/definition.ts';
import type { DefinitionFilterValues } from '#domain/definition-filter.ts';
import { definitionFilterSql, matchSql } from './definition-filter.ts';

const FACETS = {
  status: 'd.status::text',
  category: 'd.category::text',
  organisation: 'unnest(d.organisational_context)',
  legalContext: 'unnest(d.legal_context)',
  verdict: 'd.verdict::text',
  classification: 'd.classification::text',
  visibility: 'd.visibility::text',
  owner: 'd.organisation_id::text',
} as const;
export type Facet = keyof typeof FACETS;
/** Already in the rows that are counted; whether they are deleted is asked again, because that is a column of them. */
const NARROWED = {
  q: undefined,
  rule: undefined,
  minScore: undefined,
  maxScore: undefined,
  failsIn: undefined,
  job: undefined,
};
const NAMES = Object.keys(FACETS) as Facet[];

export type FacetCount = { value: string; count: number };

/**
 * Per filter, how many definitions each of its values would give while the other filters stay as they are; most frequent
 * first. The table is read once: rows that agree in every filtered column are folded before anything is counted.
 */
export async function definitionFacets(
  sql: Sql,
  filter: DefinitionFilterValues,
  sight: Sight,
): Promise<Record<Facet, FacetCount[]>> {
  const params: unknown[] = [];
  const everyStatus = { status: [...DEFINITION_STATUSES] };
  // What has no values to count narrows the rows before they are folded.
  const { q, deleted, rule, minScore, maxScore, failsIn, job } = filter;
  const plain = { q, deleted, rule, minScore, maxScore, failsIn, job };
  const matching = definitionFilterSql({ ...plain, ...everyStatus }, sight, params);
  const counts = NAMES.map((name) => {
    const others = { ...filter, ...NARROWED, [name]: undefined, ...(name === 'status' ? everyStatus : {}) };
    return `SELECT '${name}' AS facet, value, sum(n)::int AS count
      FROM (SELECT ${FACETS[name]} AS value, d.n FROM folded d WHERE ${matchSql(others, params)}) f
      GROUP BY value`;
  });
  const { rows } = await sql.query<FacetCount & { facet: Facet }>(
    `WITH folded AS MATERIALIZED (
       SELECT d.status, d.category, d.verdict, d.organisational_context, d.legal_context, d.classification, d.visibility,
         d.organisation_id, count(*) AS n, max(d.deleted_at) AS deleted_at
       FROM definitions d WHERE ${matching} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8)
     ${counts.join(' UNION ALL ')} ORDER BY count DESC, value`,
    params,
  );
  const facets: Record<Facet, FacetCount[]> = {
    status: [],
    category: [],
    organisation: [],
    legalContext: [],
    verdict: [],
    classification: [],
    visibility: [],
    owner: [],
  };
  for (const { facet, value, count } of rows) facets[facet].push({ value, count });
  return facets;
}
