import type { Sight } from '#domain/clearance.ts';
import { type DefinitionFilterValues, type SelectionValues, selectsDeleted } from '#domain/definition-filter.ts';
import type { Age } from '#domain/retention.ts';
import { failsInSql } from './fails-in.ts';
import { type Bind, visibleSql } from './visible-definitions.ts';

/** More words than this add cost, not precision. */
const MAX_WORDS = 8;
/** Shorter pieces have no trigram of their own, so they must stand at the beginning of a word. */
const TRIGRAM = 3;

/** From when on the age of a definition counts; it is valid for the whole of its last day. */
export const SINCE: Readonly<Record<Age, string>> = {
  changed: 'd.updated_at',
  created: 'd.created_at',
  expired: 'd.valid_until + 1',
  deleted: 'd.deleted_at',
};

/**
 * The SQL condition over `definitions d` that a filter means, of what this sight has. Values are appended to `params`; the text holds
 * only their numbers.
 */
export function definitionFilterSql(filter: DefinitionFilterValues, sight: Sight, params: unknown[]): string {
  return `${visibleSql(sight, binder(params))} AND ${matchSql(filter, params)}`;
}

/** The same without asking who looks: for rows that were chosen by that already. */
export function matchSql(filter: DefinitionFilterValues, params: unknown[]): string {
  const bind = binder(params);
  const conditions: string[] = [];
  if (filter.q?.trim()) conditions.push(searchSql(filter.q, bind));
  conditions.push(deletedSql(filter.deleted === true));
  if (filter.status?.length) conditions.push(`d.status = ANY(${bind(filter.status)}::definition_status[])`);
  else if (!filter.deleted) conditions.push(`d.status <> 'archived'`);
  if (filter.category?.length) conditions.push(`d.category = ANY(${bind(filter.category)}::definition_category[])`);
  if (filter.organisation?.length) conditions.push(`d.organisational_context && ${bind(filter.organisation)}::text[]`);
  if (filter.legalContext?.length) conditions.push(`d.legal_context && ${bind(filter.legalContext)}::text[]`);
  if (filter.verdict?.length) conditions.push(`d.verdict = ANY(${bind(filter.verdict)}::verdict[])`);
  if (filter.classification?.length)
    conditions.push(`d.classification = ANY(${bind(filter.classification)}::classification[])`);
  if (filter.visibility?.length) conditions.push(`d.visibility = ANY(${bind(filter.visibility)}::visibility[])`);
  if (filter.owner?.length) conditions.push(`d.organisation_id = ANY(${bind(filter.owner)}::uuid[])`);
  if (filter.rule) conditions.push(`d.findings @> ${bind(JSON.stringify([{ code: filter.rule }]))}::jsonb`);
  // As what it is stored as: 0.7 as a double is more than 0.7 as a real.
  if (filter.minScore !== undefined) conditions.push(`d.quality_score >= ${bind(filter.minScore)}::real`);
  if (filter.maxScore !== undefined) conditions.push(`d.quality_score <= ${bind(filter.maxScore)}::real`);
  if (filter.failsIn) conditions.push(failsInSql('d.category_scores', filter.failsIn));
  if (filter.olderThanDays !== undefined)
    conditions.push(
      `${SINCE[filter.ageOf ?? 'changed']} <= now() - make_interval(days => ${bind(filter.olderThanDays)}::int)`,
    );
  if (filter.job)
    conditions.push(`d.id IN (SELECT definition_id FROM job_items WHERE job_id = ${bind(filter.job)}::uuid)`);
  return conditions.join(' AND ');
}

/** The SQL condition over `definitions d` that a selection means; see `definitionFilterSql`. Chosen ids may be archived. */
export function selectionSql(selection: SelectionValues, sight: Sight, params: unknown[]): string {
  const bind = binder(params);
  if ('ids' in selection) {
    const deleted = deletedSql(selectsDeleted(selection));
    return `${visibleSql(sight, bind)} AND d.id = ANY(${bind(selection.ids)}::uuid[]) AND ${deleted}`;
  }
  const conditions = [definitionFilterSql(selection.filter, sight, params)];
  if (selection.excludedIds.length > 0) conditions.push(`d.id <> ALL(${bind(selection.excludedIds)}::uuid[])`);
  if (selection.asOf !== undefined) conditions.push(`d.created_at <= ${bind(selection.asOf)}::timestamptz`);
  return conditions.join(' AND ');
}

/** The words a person typed, without the signs around them. */
export function searchWords(q: string): string[] {
  const words = q.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’/-]*/gu) ?? [];
  return words.map((word) => word.replace(/[.'’/-]+$/, '')).slice(0, MAX_WORDS);
}

/** Appends values to a list of parameters and answers how the text names them. */
export function binder(params: unknown[]): Bind {
  return (value) => `$${params.push(value)}`;
}

function deletedSql(deleted: boolean): string {
  return `d.deleted_at IS ${deleted ? 'NOT NULL' : 'NULL'}`;
}

/** Whole words anywhere in the text (stemmed), or every word as a piece of term, preferred term or synonyms. */
function searchSql(q: string, bind: Bind): string {
  const fullText = `d.search @@ websearch_to_tsquery('pg_catalog.dutch', ${bind(q)})`;
  const words = searchWords(q);
  // Quotes and exclusions are precise on purpose; pieces of words would let in what they shut out.
  if (words.length === 0 || /"|(^|\s)-\S/.test(q)) return fullText;
  return `(${fullText} OR (${words.map((word) => pieceSql(word, bind)).join(' AND ')}))`;
}

function pieceSql(word: string, bind: Bind): string {
  const piece = word.replace(/[\\%_]/g, '\\$&');
  if (word.length >= TRIGRAM) return `d.search_terms LIKE ${bind(`%${piece}%`)}`;
  return `(d.search_terms LIKE ${bind(`${piece}%`)} OR d.search_terms LIKE ${bind(`% ${piece}%`)})`;
}
