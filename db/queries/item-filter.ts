import type { ItemFilter } from '#domain/item-filter.ts';
import { failsInSql } from './fails-in.ts';

/** The SQL condition over `job_items i` of the job in $1 that a filter means; values are appended to `params`. */
export function itemFilterSql(filter: ItemFilter, params: unknown[]): string {
  const bind = (value: unknown) => `$${params.push(value)}`;
  const conditions = ['i.job_id = $1'];
  if (filter.status) conditions.push(`i.status = ${bind(filter.status)}::item_outcome`);
  if (filter.decision) conditions.push(`i.decision = ${bind(filter.decision)}::plan_decision`);
  if (filter.reason?.length) conditions.push(`i.reason = ANY (${bind(filter.reason)}::plan_reason[])`);
  if (filter.verdict) conditions.push(`i.verdict = ${bind(filter.verdict)}::verdict`);
  if (filter.rule || filter.severity) conditions.push(findingSql(filter, bind));
  // As what it is stored as: 0.7 as a double is more than 0.7 as a real.
  if (filter.minScore !== undefined) conditions.push(`i.quality_score >= ${bind(filter.minScore)}::real`);
  if (filter.maxScore !== undefined) conditions.push(`i.quality_score <= ${bind(filter.maxScore)}::real`);
  if (filter.failsIn) conditions.push(failsInSql('i.category_scores', filter.failsIn));
  if (filter.q) {
    const piece = bind(`%${filter.q.replace(/[\\%_]/g, '\\$&')}%`);
    conditions.push(`(i.term ILIKE ${piece} OR i.source_file ILIKE ${piece})`);
  }
  return conditions.join(' AND ');
}

function findingSql({ rule, severity }: ItemFilter, bind: (value: unknown) => string): string {
  const wanted = { ...(rule ? { code: rule } : {}), ...(severity ? { severity } : {}) };
  const found = `i.findings @> ${bind(JSON.stringify([wanted]))}::jsonb`;
  return rule && !severity ? `(i.problem_code = ${bind(rule)} OR ${found})` : found;
}
