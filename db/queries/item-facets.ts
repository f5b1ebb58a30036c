import type { Sql } from '#db/client.ts';
import type { ItemFilter } from '#domain/item-filter.ts';
import { itemFilterSql } from './item-filter.ts';
import { scoreBinSql } from './score-bin.ts';

/** What items are narrowed by, with the SQL of the value an item has. */
const VALUES = {
  status: 'i.status::text',
  decision: 'i.decision::text',
  reason: 'i.reason::text',
  verdict: 'i.verdict::text',
  score: `(${scoreBinSql('i.quality_score')})::text`,
} as const;
const OF_FINDINGS = { severity: "f ->> 'severity'", rule: "f ->> 'code'" } as const;

export type ItemFacet = keyof typeof VALUES | keyof typeof OF_FINDINGS;
export type FacetCount = { value: string; count: number };

/** Rules behind these are found by typing. */
const MOST_RULES = 50;

/**
 * Per filter, how many items of a job each of its values would give while the other filters stay as they are; most frequent
 * first. Of rules those that occur most. What is no finding is counted over items folded by all it can be narrowed by.
 */
export async function itemFacets(
  sql: Sql,
  jobId: string,
  filter: ItemFilter,
): Promise<Record<ItemFacet, FacetCount[]>> {
  const params: unknown[] = [jobId];
  const { q, rule, severity, failsIn, ...plain } = filter;
  const counts = Object.entries(VALUES).map(([name, value]) => {
    const others = name === 'score' ? without(plain, 'minScore', 'maxScore') : without(plain, name as keyof ItemFilter);
    return `SELECT '${name}' AS facet, ${value} AS value, sum(i.n)::int AS count
      FROM folded i WHERE ${itemFilterSql(others, params)} GROUP BY 2`;
  });
  const found = Object.entries(OF_FINDINGS).map(([name, value]) => {
    // With a rule chosen, the severities are those of that rule, and the other way round.
    const [other, wanted] = name === 'rule' ? [OF_FINDINGS.severity, severity] : [OF_FINDINGS.rule, rule];
    const also = wanted ? ` AND ${other} = $${params.push(wanted)}` : '';
    return `SELECT * FROM (SELECT '${name}' AS facet, value, count(*)::int AS count FROM (
        SELECT i.position, ${value} AS value FROM job_items i, jsonb_array_elements(i.findings) f
        WHERE ${itemFilterSql(without(filter, name as keyof ItemFilter), params)}${also} GROUP BY 1, 2) each
      GROUP BY value ORDER BY 3 DESC, 2 LIMIT ${MOST_RULES}) ${name}`;
  });
  const { rows } = await sql.query<FacetCount & { facet: ItemFacet }>(
    `WITH folded AS MATERIALIZED (
       SELECT i.job_id, i.status, i.decision, i.reason, i.verdict, i.quality_score, count(*) AS n FROM job_items i
       WHERE ${itemFilterSql({ q, rule, severity, failsIn }, params)} GROUP BY 1, 2, 3, 4, 5, 6)
     SELECT * FROM (${[...counts, ...found].join(' UNION ALL ')}) counted WHERE value IS NOT NULL
     ORDER BY count DESC, value`,
    params,
  );
  const facets: Record<ItemFacet, FacetCount[]> = {
    status: [],
    decision: [],
    reason: [],
    verdict: [],
    score: [],
    severity: [],
    rule: [],
  };
  for (const { facet, value, count } of rows) facets[facet].push({ value, count });
  return facets;
}

function without(filter: ItemFilter, ...names: (keyof ItemFilter)[]): ItemFilter {
  const others = { ...filter };
  for (const name of names) delete others[name];
  return others;
}
