import type { Sql } from '#db/client.ts';
import type { Sight } from '#domain/clearance.ts';
import type { Verdict } from '#domain/definition.ts';
import { SEVERITIES } from '#domain/finding.ts';
import {
  ISSUE_GROUPS,
  type IssueCount,
  type IssueGroup,
  type QualityCounts,
  type Rescored,
  SCORE_BINS,
} from '#domain/quality.ts';
import { RULE_CATEGORIES } from '#domain/validation/rule.ts';
import { binder } from './definition-filter.ts';
import { scoreBinSql } from './score-bin.ts';
import { visibleSql } from './visible-definitions.ts';

/** More than these are the long tail: nobody reads the fortieth kind of remark first. */
const MOST_ISSUES = 60;

const severities = SEVERITIES.map((severity) => `'${severity}'`).join(', ');
const GROUPS = Object.keys(ISSUE_GROUPS) as IssueGroup[];
const categoryMeans = RULE_CATEGORIES.map(
  (_, index) => `round(avg(category_scores[${index + 1}])::numeric, 4)::float8`,
).join(', ');
const bins = Array.from({ length: SCORE_BINS }, (_, bin) => bin);
const scoreCounts = bins.map((bin) => `count(*) FILTER (WHERE bin = ${bin})::int`).join(', ');

type Source = {
  /** What is counted: FROM and WHERE over rows `c` with key, term, verdict, quality_score, category_scores and findings. */
  from: string;
  params: readonly unknown[];
  /** What tells rows apart; the smallest one is the example. */
  key: string;
  /** SQL of the smallest one, as text. */
  first: string;
  /** What an example says of itself: its position and its definition. */
  example: string;
};

/** The counts of the items of a job that carry a verdict, whatever became of them; at any time, also while it waits for a person. */
export async function countJobQuality(sql: Sql, jobId: string): Promise<QualityCounts> {
  const counts = await countQuality(sql, {
    from: 'job_items c WHERE c.job_id = $1 AND c.verdict IS NOT NULL',
    params: [jobId],
    key: 'c.position',
    first: 'min(key)::text',
    example: `'position', c.position, 'definitionId', c.definition_id`,
  });
  return { ...counts, rescored: await countRescored(sql, jobId) };
}

/** How the items that change a version score against it, or those that are judged anew against what was said before; null where none does. */
async function countRescored(sql: Sql, jobId: string): Promise<Rescored | null> {
  const { rows } = await sql.query<Rescored>(
    `WITH scored AS (
       SELECT i.quality_score AS after, coalesce(i.score_before, (v.snapshot ->> 'quality_score')::real) AS before
       FROM job_items i LEFT JOIN definition_versions v ON v.definition_id = i.definition_id AND v.version = i.base_version
       WHERE i.job_id = $1 AND (i.decision IN ('update', 'new_version') OR i.score_before IS NOT NULL)
         AND i.quality_score IS NOT NULL)
     SELECT count(*)::int AS count, round(avg(before)::numeric, 4)::float8 AS before,
       round(avg(after)::numeric, 4)::float8 AS after, count(*) FILTER (WHERE after > before)::int AS higher,
       count(*) FILTER (WHERE after < before)::int AS lower
     FROM scored WHERE before IS NOT NULL HAVING count(*) > 0`,
    [jobId],
  );
  return rows[0] ?? null;
}

/** The same of the definitions this sight has that are neither deleted nor archived. */
export function countCollectionQuality(sql: Sql, sight: Sight): Promise<QualityCounts> {
  const params: unknown[] = [];
  return countQuality(sql, {
    from: `definitions c WHERE ${visibleSql(sight, binder(params), 'c')} AND c.deleted_at IS NULL AND c.status <> 'archived'`,
    params,
    key: 'c.id',
    first: 'min(key::text)',
    example: `'position', NULL, 'definitionId', c.id`,
  });
}

type ScoreRow = Record<Verdict, number> & {
  meanScore: number | null;
  scores: number[];
  unscored: number;
  categoryMeans: (number | null)[];
};

async function countQuality(sql: Sql, source: Source): Promise<QualityCounts> {
  const { meanScore, scores, unscored, categoryMeans: means, ...verdicts } = await countScores(sql, source);
  const rows = await countIssues(sql, source);
  const found = rows.filter(({ grouped }) => !grouped);
  const examples = await readExamples(sql, source, found);
  const groups = Object.fromEntries(
    GROUPS.map((name) => [name, rows.find(({ grouped, code }) => grouped && code === name)?.count ?? 0]),
  ) as Record<IssueGroup, number>;
  const issues = found.map(({ code, grade, count }): IssueCount => {
    return { code, severity: SEVERITIES[grade - 1] ?? 'info', count, example: examples.get(code) ?? null };
  });
  return { verdicts, meanScore, scores, unscored, categoryMeans: means, groups, rescored: null, issues };
}

async function countScores(sql: Sql, { from, params }: Source): Promise<ScoreRow> {
  const { rows } = await sql.query<ScoreRow>(
    `WITH scored AS (
       SELECT verdict, quality_score, category_scores, ${scoreBinSql('quality_score')} AS bin
       FROM ${from})
     SELECT count(*) FILTER (WHERE verdict = 'valid')::int AS valid,
       count(*) FILTER (WHERE verdict = 'warnings')::int AS warnings,
       count(*) FILTER (WHERE verdict = 'invalid')::int AS invalid,
       round(avg(quality_score)::numeric, 4)::float8 AS "meanScore",
       ARRAY[${scoreCounts}] AS scores,
       count(*) FILTER (WHERE quality_score IS NULL)::int AS unscored,
       ARRAY[${categoryMeans}] AS "categoryMeans"
     FROM scored`,
    [...params],
  );
  return rows[0] as ScoreRow;
}

type FoundRow = { code: string; grade: number; count: number; first: string; grouped: boolean };

/** Findings by code, counted by item; codes that only together mean something are counted together too. */
async function countIssues(sql: Sql, { from, params, key, first }: Source): Promise<FoundRow[]> {
  const groupOf = GROUPS.flatMap((name) => ISSUE_GROUPS[name].map((code) => `('${name}', '${code}')`)).join(', ');
  const { rows } = await sql.query<FoundRow>(
    `WITH found AS MATERIALIZED (
       SELECT ${key} AS key, f ->> 'code' AS code, min(array_position(ARRAY[${severities}], f ->> 'severity')) AS grade
       FROM ${from.replace(' c WHERE', ' c, jsonb_array_elements(c.findings) f WHERE')} GROUP BY 1, 2)
     (SELECT code, min(grade) AS grade, count(*)::int AS count, ${first} AS first, false AS grouped
      FROM found GROUP BY code ORDER BY 3 DESC, 1 LIMIT ${MOST_ISSUES})
     UNION ALL
     SELECT g.name, 0, count(DISTINCT f.key)::int, '', true
     FROM found f JOIN (VALUES ${groupOf}) AS g(name, code) ON g.code = f.code GROUP BY 1`,
    [...params],
  );
  return rows;
}

type ExampleRow = { code: string; example: IssueCount['example'] };

/** For each code the item it was first found in, with the value found. */
async function readExamples(
  sql: Sql,
  { from, params, key, example }: Source,
  found: readonly FoundRow[],
): Promise<Map<string, IssueCount['example']>> {
  const [codes, keys] = [`$${params.length + 1}::text[]`, `$${params.length + 2}`];
  const type = key === 'c.id' ? 'uuid' : 'int';
  const { rows } = await sql.query<ExampleRow>(
    `SELECT w.code, jsonb_build_object(${example}, 'term', c.term, 'value',
       (SELECT f ->> 'value' FROM jsonb_array_elements(c.findings) f WHERE f ->> 'code' = w.code LIMIT 1)) AS example
     FROM unnest(${codes}, ${keys}::${type}[]) AS w(code, key), ${from} AND ${key} = w.key`,
    [...params, found.map(({ code }) => code), found.map(({ first }) => first)],
  );
  return new Map(rows.map(({ code, example: one }) => [code, one]));
}
