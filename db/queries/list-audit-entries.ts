import type { Sql } from '#db/client.ts';
import type { Sight } from '#domain/clearance.ts';
import { AUDIT_SEARCH_TEXT, utc } from './audit-entry-text.ts';
import { type IdBounds, likePattern, type TextHits } from './audit-lookups.ts';
import { type KeyColumn, keyset, type PageAt, toPage } from './keyset.ts';
import { hiddenFromTrail } from './visible-jobs.ts';

const ID: KeyColumn = { sql: 'a.id', type: 'bigint' };
const NEWEST_FIRST = { columns: [ID], descending: true };

/** Nobody pages through more, they narrow what they look for; counting them all would take longer than finding them. */
export const MOST_COUNTED = 1_000;
/** Alternatives that are looked up one by one, each by an index that has them in order; more are looked up together. */
const MOST_BRANCHES = 64;

/**
 * No person, action or thing is named. Left to itself Postgres would look for the first thousand of a period from the beginning of the
 * table; in order it goes to where the period is.
 */
const ANY = 'true';

/** What is looked for, in the terms the trail is indexed by; see server/audit/resolve-filter.ts. All of them hold. */
export type AuditFilter = {
  actions?: readonly string[];
  people?: readonly string[];
  /** The id of a thing, or of a job that touched it. */
  subject?: { id: string; isJob: boolean };
  batch?: { id: string; jobs: readonly string[] };
  from?: string;
  until?: string;
  /** Between which entries a period lies. */
  bounds?: IdBounds;
  text?: { piece: string; hits: TextHits };
};

export type AuditRow = {
  id: string;
  at: string;
  actorId: string | null;
  actorName: string | null;
  role: string | null;
  organisation: string | null;
  action: string;
  subjectType: string | null;
  subjectId: string | null;
  oldHash: string | null;
  newHash: string | null;
  reason: string | null;
  details: Record<string, unknown>;
  correlationId: string | null;
  ip: string | null;
  userAgent: string | null;
  key: string[];
};

type AuditSearch = { filter: AuditFilter; sight: Sight; at: PageAt | null; limit: number };

/**
 * One page of the audit trail, newest first, and how many entries match, counted up to MOST_COUNTED + 1. Times are UTC, to the
 * microsecond.
 */
export async function listAuditEntries(sql: Sql, search: AuditSearch) {
  // Side by side where there are several connections: finding a page takes about as long as counting.
  const [page, total] = await Promise.all([pageOf(sql, search), countEntries(sql, search.filter, search.sight)]);
  return { ...page, total };
}

async function pageOf(sql: Sql, { filter, sight, at, limit }: AuditSearch) {
  const params: unknown[] = [];
  const page = keyset(NEWEST_FIRST, at, params);
  const branches = branchesOf(filter, params).map(
    (branch) =>
      `(SELECT a.id FROM audit_entries a WHERE ${branch}${common(filter, sight, params)}${page.condition}
        ORDER BY ${page.orderBy} LIMIT ${limit + 1})`,
  );
  const { rows } = await sql.query<AuditRow>(
    `SELECT a.id::text AS id, ${utc('a.at')} AS at, a.actor_id AS "actorId", a.actor_name AS "actorName", a.role,
       o.name AS organisation, a.action, a.subject_type AS "subjectType", a.subject_id AS "subjectId", a.old_hash AS "oldHash",
       a.new_hash AS "newHash", a.reason, a.details, a.correlation_id AS "correlationId", a.ip, a.user_agent AS "userAgent",
       ${page.key} AS key
     FROM (${branches.join(' UNION ALL ')}) hit JOIN audit_entries a ON a.id = hit.id
       LEFT JOIN organisations o ON o.id = a.organisation_id
     ORDER BY ${page.orderBy} LIMIT ${limit + 1}`,
    params,
  );
  return toPage(rows, limit, at);
}

async function countEntries(sql: Sql, filter: AuditFilter, sight: Sight): Promise<number> {
  // Words are found by an index of their own, which knows no order.
  const inOrder = (branch: string) => branch === ANY && !filter.text;
  const params: unknown[] = [];
  const branches = branchesOf(filter, params).map(
    (branch) =>
      `(SELECT 1 FROM audit_entries a WHERE ${branch}${common(filter, sight, params)}${inOrder(branch) ? ' ORDER BY a.id DESC' : ''}
        LIMIT ${MOST_COUNTED + 1})`,
  );
  const { rows } = await sql.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM (SELECT 1 FROM (${branches.join(' UNION ALL ')}) hit LIMIT ${MOST_COUNTED + 1}) counted`,
    params,
  );
  return rows[0]?.total ?? 0;
}

/** The condition of a filter as a whole. */
export function auditConditions(filter: AuditFilter, sight: Sight, params: unknown[]): string {
  const any = branchesOf(filter, params).map((branch) => `(${branch})`);
  return `(${any.join(' OR ')})${common(filter, sight, params)}`;
}

/** Alternatives that exclude each other; an entry matches one of them when it matches. */
function branchesOf(filter: AuditFilter, params: unknown[]): string[] {
  const bind = (value: unknown) => `$${params.push(value)}`;
  const { actions, people, subject, batch } = filter;
  // Before anything is bound: what no condition names Postgres does not take.
  if (actions?.length === 0 || people?.length === 0) return ['false'];
  const dimensions: string[][] = [];
  if (actions) dimensions.push(actions.map((action) => `a.action = ${bind(action)}`));
  if (people) dimensions.push(people.map((person) => `a.actor_id = ${bind(person)}::uuid`));
  if (subject) {
    const id = bind(subject.id);
    const asJob = `a.job_id = ${id}::text::uuid AND a.subject_id IS DISTINCT FROM ${id}`;
    dimensions.push([`a.subject_id = ${id}`, ...(subject.isJob ? [asJob] : [])]);
  }
  if (batch) {
    const id = bind(batch.id);
    const jobs = batch.jobs.map((job) => `a.job_id = ${bind(job)}::uuid AND a.subject_id IS DISTINCT FROM ${id}`);
    dimensions.push([`a.subject_id = ${id}`, ...jobs]);
  }
  const count = dimensions.reduce((product, { length }) => product * length, 1);
  if (count > MOST_BRANCHES) return [dimensions.map((any) => `(${any.join(' OR ')})`).join(' AND ')];
  return dimensions.reduce<string[]>(
    (before, any) => before.flatMap((left) => any.map((right) => `${left} AND ${right}`)),
    [ANY],
  );
}

function common(filter: AuditFilter, sight: Sight, params: unknown[]): string {
  const bind = (value: unknown) => `$${params.push(value)}`;
  const { from, until, bounds, text } = filter;
  const conditions: string[] = [];
  if (sight.scope !== null) conditions.push(`a.organisation_id = ${bind(sight.scope)}::uuid`);
  conditions.push(...hiddenFromTrail(sight, bind));
  if (from) conditions.push(`a.at >= ${bind(from)}::timestamptz`);
  if (until) conditions.push(`a.at <= ${bind(until)}::timestamptz`);
  for (const range of [bounds, text && 'between' in text.hits ? text.hits.between : undefined]) {
    if (range) conditions.push(`a.id > ${bind(range.afterId)}`);
    if (range && range.upTo !== null) conditions.push(`a.id <= ${bind(range.upTo)}`);
  }
  if (text && 'ids' in text.hits) conditions.push(`a.id = ANY (${bind(text.hits.ids)}::bigint[])`);
  else if (text) conditions.push(`${AUDIT_SEARCH_TEXT} ILIKE ${bind(likePattern(text.piece))}`);
  return conditions.map((condition) => ` AND ${condition}`).join('');
}
