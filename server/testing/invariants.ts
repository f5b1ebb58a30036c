import type pg from 'pg';
import { inTransaction } from '#db/client.ts';
import { FINAL_STATUSES } from '#domain/job-status.ts';
import { UNDOABLE_OPERATIONS } from '#domain/operation-names.ts';

/** What writes definitions: what can be undone, and what by its nature cannot. */
const writing = [...UNDOABLE_OPERATIONS, 'redact', 'anonymise'].map((operation) => `'${operation}'`).join(', ');
const finals = FINAL_STATUSES.map((status) => `'${status}'`).join(', ');

/** Each query answers the rows that break one invariant; all of them answer none. */
const BROKEN: Readonly<Record<string, string>> = {
  'I1: every item of a job is there': `
    SELECT j.id, j.status, j.total, count(i.*) AS items FROM jobs j LEFT JOIN job_items i ON i.job_id = j.id
    WHERE j.status IN (${finals}) GROUP BY j.id HAVING count(i.*) <> j.total`,
  'I1: no item of an ended job is pending': `
    SELECT i.job_id, i.position, j.status FROM job_items i JOIN jobs j ON j.id = i.job_id
    WHERE i.status = 'pending' AND j.status IN (${finals})`,
  'I2: the versions of a definition rise by one': `
    SELECT definition_id FROM definition_versions GROUP BY 1
    HAVING count(*) <> max(version) - min(version) + 1 OR min(version) <> 1`,
  'I2: a definition is its newest version': `
    SELECT d.id, d.version, v.newest FROM definitions d LEFT JOIN LATERAL (
      SELECT version AS newest, content_hash, snapshot ->> 'content_hash' AS in_snapshot FROM definition_versions
      WHERE definition_id = d.id ORDER BY version DESC LIMIT 1) v ON true
    WHERE v.newest IS DISTINCT FROM d.version OR v.content_hash <> d.content_hash OR v.in_snapshot <> d.content_hash`,
  'I2: an item that succeeded wrote exactly one version': `
    SELECT i.job_id, i.position, i.status, count(v.*) AS versions FROM job_items i
    JOIN jobs j ON j.id = i.job_id AND j.operation IN (${writing}) JOIN definitions d ON d.id = i.definition_id
    LEFT JOIN definition_versions v ON v.job_id = i.job_id AND v.definition_id = i.definition_id
      AND v.version = i.result_version
    WHERE i.status = 'succeeded' GROUP BY 1, 2 HAVING count(v.*) <> 1`,
  'I2: who deleted and who approved a definition is in its newest version': `
    SELECT d.id, d.deleted_at, d.approved_by, v.snapshot -> 'deleted_at', v.snapshot -> 'approved_by' FROM definitions d
    JOIN definition_versions v ON v.definition_id = d.id AND v.version = d.version
    WHERE (d.deleted_at IS NOT NULL) <> (v.snapshot ? 'deleted_at')
      OR d.deleted_by::text IS DISTINCT FROM v.snapshot ->> 'deleted_by'
      OR d.approved_by::text IS DISTINCT FROM v.snapshot ->> 'approved_by'
      OR d.approved_at IS DISTINCT FROM (v.snapshot ->> 'approved_at')::timestamptz`,
  'I2: an operation that writes no definitions wrote no version': `
    SELECT v.job_id, v.definition_id, j.operation FROM definition_versions v JOIN jobs j ON j.id = v.job_id
    WHERE j.operation NOT IN (${writing})`,
  'I2: no version without an item that tells of it': `
    SELECT v.job_id, v.definition_id, v.version FROM definition_versions v LEFT JOIN (
      SELECT job_id, definition_id, count(*) AS told FROM job_items
      WHERE status IN ('succeeded', 'rolled_back', 'rollback_conflict') GROUP BY 1, 2) i USING (job_id, definition_id)
    WHERE v.job_id IS NOT NULL AND coalesce(i.told, 0) <> 1`,
  'I2: a job writes a definition once, and once more when it takes it back': `
    SELECT v.job_id, v.definition_id FROM (
      SELECT job_id, definition_id, count(*) AS written FROM definition_versions WHERE job_id IS NOT NULL GROUP BY 1, 2) v
    LEFT JOIN (
      SELECT job_id, definition_id, count(*) AS reversed FROM job_items WHERE status = 'rolled_back' GROUP BY 1, 2) i
      USING (job_id, definition_id)
    WHERE v.written > 1 + coalesce(i.reversed, 0)`,
  'I3: counters equal the grouped items': `
    SELECT j.id, j.status FROM jobs j LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE status = 'succeeded') AS succeeded, count(*) FILTER (WHERE status = 'unchanged') AS unchanged,
        count(*) FILTER (WHERE status = 'skipped') AS skipped, count(*) FILTER (WHERE status = 'failed') AS failed,
        count(*) FILTER (WHERE status = 'cancelled') AS cancelled,
        count(*) FILTER (WHERE status = 'rolled_back') AS rolled_back,
        count(*) FILTER (WHERE status = 'rollback_conflict') AS rollback_conflict
      FROM job_items WHERE job_id = j.id) c ON true
    WHERE (j.succeeded, j.unchanged, j.skipped, j.failed, j.cancelled, j.rolled_back, j.rollback_conflict) IS DISTINCT FROM
      (c.succeeded, c.unchanged, c.skipped, c.failed, c.cancelled, c.rolled_back, c.rollback_conflict)`,
  'I4: every committed chunk has moved the sequence': `
    SELECT j.id, j.seq, count(c.*) AS done FROM jobs j JOIN job_chunks c ON c.job_id = j.id AND c.done
    GROUP BY j.id HAVING j.seq < count(c.*) + count(c.*) FILTER (WHERE c.undone)`,
  'I5: nothing of an open chunk is written': `
    SELECT c.job_id, c.number, i.position, i.status FROM job_chunks c
    JOIN job_items i ON i.job_id = c.job_id AND i.work_order BETWEEN c.first AND c.last
    WHERE NOT c.done AND i.status NOT IN ('pending', 'cancelled', 'failed')`,
  'I5: a chunk that is done says how many items it ended': `
    SELECT c.job_id, c.number, c.items, count(i.*) AS ended FROM job_chunks c
    LEFT JOIN job_items i ON i.job_id = c.job_id AND i.work_order BETWEEN c.first AND c.last
      AND i.status NOT IN ('pending', 'cancelled')
    WHERE c.done GROUP BY 1, 2 HAVING c.items <> count(i.*)`,
  'I6: the audit trail of a job is one unbroken path to the state it is in': `
    SELECT * FROM (
      SELECT j.id, j.status, a.details ->> 'from' AS came_from, a.details ->> 'to' AS went_to,
        coalesce(lag(a.details ->> 'to') OVER w, (SELECT c.details ->> 'status' FROM audit_entries c
          WHERE c.job_id = j.id AND c.action = 'job.created'), 'queued') AS before, lead(a.id) OVER w AS next
      FROM jobs j JOIN audit_entries a ON a.job_id = j.id AND a.subject_id = j.id::text AND a.details ? 'to'
      WINDOW w AS (PARTITION BY j.id ORDER BY a.id)) step
    WHERE came_from <> before OR (next IS NULL AND went_to <> status::text)`,
  'I7: every end of a job is told by one event, and no event tells of an end there was not': `
    SELECT j.id, j.status, audited.ends, told.ends AS told FROM jobs j
    CROSS JOIN LATERAL (SELECT count(*) AS ends FROM audit_entries a WHERE a.job_id = j.id AND a.subject_id = j.id::text
      AND a.details ->> 'to' IN (${finals})) audited
    CROSS JOIN LATERAL (SELECT count(*) AS ends FROM events e WHERE e.data -> 'job' ->> 'id' = j.id::text
      AND starts_with(e.type, 'job.') AND e.data -> 'job' ->> 'status' IN (${finals})) told
    WHERE audited.ends <> told.ends`,
};

const AT_REST = 'I9: no locks, no open transactions';
const RESTLESS = `
  SELECT pid, state, left(query, 80) AS query FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND (state LIKE 'idle in transaction%' OR (state = 'active' AND wait_event_type = 'Lock'))`;

/** How long, in milliseconds, connections may take to come to rest after the last job has ended. */
const REST_WITHIN_MS = 30_000;

/** One invariant of the engine, by number and in words, and the rows that break it: none, when it holds. */
export type Invariant = { name: string; broken: Record<string, unknown>[] };

/** Looks whether the invariants I1 to I7 and I9 hold over everything in a database; ask when every job has ended. */
export async function checkInvariants(pool: pg.Pool): Promise<Invariant[]> {
  const checked = await inTransaction(pool, async (sql) => {
    // Over a large database some of these take longer than any statement of the product may.
    await sql.query('SET LOCAL statement_timeout = 0');
    const found: Invariant[] = [];
    for (const [name, query] of Object.entries(BROKEN)) found.push({ name, broken: (await sql.query(query)).rows });
    return found;
  });
  return [...checked, { name: AT_REST, broken: await untilAtRest(pool) }];
}

/** After the end nobody waits for a lock and no transaction is left open; answers who still does after half a minute. */
async function untilAtRest(pool: pg.Pool): Promise<Record<string, unknown>[]> {
  const deadline = Date.now() + REST_WITHIN_MS;
  for (;;) {
    const { rows } = await pool.query(RESTLESS);
    if (rows.length === 0 || Date.now() > deadline) return rows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
