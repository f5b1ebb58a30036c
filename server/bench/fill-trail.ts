import type pg from 'pg';

export type Trail = {
  people: { id: string; name: string }[];
  subjects: string[];
  jobs: string[];
  batches: string[];
  /** Moments across all of it, oldest first. */
  moments: string[];
  /** Each in one entry only. */
  words: string[];
};

const AT_ONCE = 50_000;
const PEOPLE = 40;

/**
 * Two years as they could have been: eight of ten entries come of imports, which say the same of each of their definitions; the rest
 * are people at work, with reasons and details of their own. A job of 4 000 entries each, a batch of two jobs.
 */
const FILL = `
  INSERT INTO audit_entries (at, actor_id, actor_name, role, organisation_id, action, subject_type, subject_id, job_id, old_hash,
    new_hash, reason, details, correlation_id, ip, user_agent)
  SELECT timestamptz '2024-11-01 00:00+00' + n * interval '63 seconds',
    md5('person ' || who)::uuid, 'Medewerker ' || lpad(who::text, 3, '0') || ' van Dienst', 'lead', md5('organisation')::uuid,
    CASE WHEN imported THEN CASE WHEN n % 3 = 0 THEN 'definition.created' ELSE 'definition.updated' END
      WHEN n % 10 = 8 THEN CASE WHEN n % 5000 = 8 THEN 'session.locked' WHEN n % 4 = 0 THEN 'session.end' ELSE 'session.start' END
      ELSE (ARRAY['job.confirm', 'job.complete', 'definition.reviewed', 'upload.created', 'access.refused'])[1 + n / 10 % 5] END,
    CASE WHEN imported THEN 'definition' WHEN n % 10 = 8 THEN 'person' ELSE 'job' END,
    CASE WHEN imported THEN md5('definition ' || n % 400000)::uuid::text ELSE md5('job ' || job)::uuid::text END,
    CASE WHEN n % 10 <> 8 THEN md5('job ' || job)::uuid END,
    md5('old ' || n), md5('new ' || n),
    CASE WHEN imported THEN CASE WHEN n < 20000 THEN 'eerste vulling' ELSE 'volgens afspraak ' || job END
      WHEN n % 10 = 9 THEN 'reden woord' || n END,
    CASE WHEN n % 10 = 8 THEN jsonb_build_object('minutes', n % 60) ELSE '{}' END,
    md5('correlation ' || CASE WHEN imported THEN job ELSE n END), CASE WHEN NOT imported THEN '10.1.' || n % 200 || '.' || who END,
    CASE WHEN NOT imported THEN 'Mozilla/5.0 (X11; Linux x86_64)' END
  FROM (SELECT n, n / 4000 AS job, n % 10 < 8 AS imported, CASE WHEN n % 10 < 8 THEN n / 4000 ELSE n / 7 END % ${PEOPLE} AS who
    FROM generate_series($1::int, $2::int) n) made ORDER BY n`;

/** Makes a trail of `count` entries, and tells what can be looked for in it. */
export async function fillTrail(pool: pg.Pool, count: number, signal: AbortSignal): Promise<Trail> {
  const sql = await pool.connect();
  try {
    await sql.query('SET statement_timeout = 0');
    await sql.query('SET synchronous_commit = off');
    for (let first = 0; first < count; first += AT_ONCE) {
      signal.throwIfAborted();
      await sql.query(FILL, [first, Math.min(first + AT_ONCE, count) - 1]);
    }
    await fillBatches(sql, count);
  } finally {
    sql.release(true);
  }
  return describeTrail(pool, count);
}

/** The rows that lead from a batch to its jobs. */
async function fillBatches(sql: pg.PoolClient, count: number): Promise<void> {
  const { rows } = await sql.query<{ organisation: string; person: string; batch: string; job: string }>(
    `SELECT b.organisation_id AS organisation, b.created_by AS person, b.id AS batch, j.id AS job
     FROM batches b JOIN jobs j ON j.batch_id = b.id LIMIT 1`,
  );
  const pattern = rows[0];
  if (!pattern) throw new Error('There is no batch to make others of.');
  const last = Math.floor((count - 1) / 4000);
  await copyRows(
    sql,
    'batches',
    `SELECT md5('batch ' || n)::uuid FROM generate_series(0, ${last >> 1}) n`,
    pattern.batch,
  );
  await copyRows(sql, 'jobs', `SELECT md5('job ' || n)::uuid FROM generate_series(0, ${last}) n`, pattern.job);
  await sql.query(
    `UPDATE jobs SET batch_id = md5('batch ' || n / 2)::uuid FROM generate_series(0, ${last}) n WHERE id = md5('job ' || n)::uuid`,
  );
}

async function copyRows(sql: pg.PoolClient, table: 'batches' | 'jobs', ids: string, like: string): Promise<void> {
  await sql.query(
    `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('id', made.id))).*
     FROM ${table} t, (${ids}) AS made(id) WHERE t.id = $1`,
    [like],
  );
}

async function describeTrail(pool: pg.Pool, count: number): Promise<Trail> {
  const step = Math.floor(count / 200);
  const texts = async (select: string) =>
    (await pool.query<{ text: string }>(`SELECT ${select} AS text FROM generate_series(0, 199) n`)).rows.map(
      ({ text }) => text,
    );
  const people = await pool.query<{ id: string; name: string }>(
    `SELECT md5('person ' || n)::uuid::text AS id, 'Medewerker ' || lpad(n::text, 3, '0') AS name FROM generate_series(0, ${PEOPLE - 1}) n`,
  );
  return {
    people: people.rows,
    subjects: await texts(`md5('definition ' || (n * ${step} + n % 8) % 400000)::uuid::text`),
    jobs: await texts(`md5('job ' || n)::uuid::text`),
    batches: await texts(`md5('batch ' || n / 2)::uuid::text`),
    moments: await texts(
      `to_char((timestamptz '2024-11-01 00:00+00' + n * ${step} * interval '63 seconds') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    ),
    words: await texts(`'woord' || (n * ${step} / 10 * 10 + 9)`),
  };
}
