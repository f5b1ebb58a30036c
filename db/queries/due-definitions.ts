import type { Sql } from '#db/client.ts';
import type { Sight } from '#domain/clearance.ts';
import type { Classification, DefinitionStatus } from '#domain/definition.ts';
import type { SelectionValues } from '#domain/definition-filter.ts';
import type { Age } from '#domain/retention.ts';
import { SINCE, selectionSql } from './definition-filter.ts';

type Counted = { value: string; count: number };
export type DueTally = {
  due: number;
  held: number;
  established: boolean;
  byStatus: Counted[];
  byClassification: Counted[];
};

/** How many definitions of an organisation a selection means, by what is on them. */
export async function countDue(sql: Sql, selection: SelectionValues, sight: Sight): Promise<DueTally> {
  const params: unknown[] = [];
  const where = selectionSql(selection, sight, params);
  const { rows } = await sql.query<DueTally>(
    `WITH among AS MATERIALIZED (
       SELECT d.status, d.classification, d.holds > 0 AS held, count(*)::int AS count FROM definitions d WHERE ${where} GROUP BY 1, 2, 3)
     SELECT coalesce(sum(count) FILTER (WHERE NOT held), 0)::int AS due, coalesce(sum(count) FILTER (WHERE held), 0)::int AS held,
       coalesce(bool_or(status = 'established' AND NOT held), false) AS established,
       ${byColumn('status')} AS "byStatus", ${byColumn('classification')} AS "byClassification" FROM among`,
    params,
  );
  return rows[0] as DueTally;
}

function byColumn(column: 'status' | 'classification'): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('value', one.${column}, 'count', one.count) ORDER BY one.${column}), '[]')
    FROM (SELECT ${column}, sum(count)::int AS count FROM among WHERE NOT held GROUP BY 1) one)`;
}

export type DueDefinition = {
  id: string;
  term: string;
  status: DefinitionStatus;
  classification: Classification;
  /** From when on its age counts. */
  since: Date;
  held: boolean;
};

/** Those definitions, the oldest first. */
export async function listDue(
  sql: Sql,
  { selection, sight, ageOf }: { selection: SelectionValues; sight: Sight; ageOf: Age },
  limit: number,
): Promise<DueDefinition[]> {
  const params: unknown[] = [];
  const where = selectionSql(selection, sight, params);
  const { rows } = await sql.query<DueDefinition>(
    `SELECT d.id, d.term, d.status, d.classification, (${SINCE[ageOf]})::timestamptz AS since, d.holds > 0 AS held
     FROM definitions d WHERE ${where} ORDER BY ${SINCE[ageOf]}, d.id LIMIT ${limit}`,
    params,
  );
  return rows;
}
