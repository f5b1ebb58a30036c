import type { Sql } from '#db/client.ts';
import type { Classification } from '#domain/definition.ts';

/** What other rows hold of the text of a definition: items of any job that were about it, and what people remarked on it. */
export type ItemTrace = {
  jobId: string;
  position: number;
  definitionId: string;
  term: string | null;
  sourceFile: string | null;
  findings: unknown;
  problemDetail: string | null;
  image: Record<string, unknown> | null;
  raw: string | null;
  correction: unknown;
};

export async function listItemTraces(sql: Sql, definitionIds: readonly string[]): Promise<ItemTrace[]> {
  const { rows } = await sql.query<ItemTrace>(
    `SELECT i.job_id AS "jobId", i.position, i.definition_id AS "definitionId", i.term, i.source_file AS "sourceFile",
       i.findings, i.problem_detail AS "problemDetail", c.image, c.raw, c.correction
     FROM job_items i LEFT JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     WHERE i.definition_id = ANY ($1::uuid[]) ORDER BY i.job_id, i.position`,
    [definitionIds],
  );
  return rows;
}

export async function writeItemTraces(sql: Sql, traces: readonly ItemTrace[]): Promise<void> {
  if (traces.length === 0) return;
  const given = JSON.stringify(traces);
  const columns = `"jobId" uuid, position int, term text, "sourceFile" text, findings jsonb, "problemDetail" text, image jsonb,
    raw text, correction jsonb`;
  await sql.query(
    `UPDATE job_items i SET term = t.term, source_file = t."sourceFile", findings = t.findings,
       problem_detail = t."problemDetail"
     FROM jsonb_to_recordset($1::jsonb) AS t(${columns}) WHERE i.job_id = t."jobId" AND i.position = t.position`,
    [given],
  );
  await sql.query(
    `UPDATE job_item_contents c SET image = nullif(t.image, 'null'), raw = t.raw, correction = nullif(t.correction, 'null')
     FROM jsonb_to_recordset($1::jsonb) AS t(${columns}) WHERE c.job_id = t."jobId" AND c.position = t.position`,
    [given],
  );
}

/** A text or a JSON value that may hold some of it, and how it is put back. */
export type Trace = { table: keyof typeof COLUMNS; key: string; values: Record<string, unknown> };

/** Whose rows hang on a job, or on the organisation: texts first, then JSON. */
const COLUMNS = {
  jobs: {
    key: 'jobs.id::text',
    text: ['name', 'current_item'],
    json: ['options', 'selection', 'findings', 'problem_params', 'provenance'],
  },
  batches: { key: 'batches.id::text', text: ['name'], json: [] },
  uploads: { key: 'uploads.id::text', text: ['file_name'], json: [] },
  artifacts: { key: 'artifacts.id::text', text: ['file_name'], json: [] },
  schedules: { key: 'schedules.id::text', text: ['name', 'last_problem'], json: ['batch'] },
  definition_reviews: {
    key: `concat_ws(' ', definition_reviews.definition_id, definition_reviews.version, definition_reviews.rule_id)`,
    text: ['remark'],
    json: [],
  },
  idempotency_keys: {
    key: `concat_ws(' ', idempotency_keys.actor_id, idempotency_keys.key)`,
    text: [],
    json: ['response'],
  },
  events: { key: 'events.id::text', text: [], json: ['data'] },
  deliveries: { key: 'deliveries.id::text', text: ['body'], json: [] },
} as const;

/** One of the texts that are redacted is somewhere in it. */
const HAS = (what: string) =>
  `EXISTS (SELECT FROM unnest($4::text[]) AS one(text) WHERE strpos(lower(${what}), lower(one.text)) > 0)`;

const WHICH: Record<keyof typeof COLUMNS, string> = {
  jobs: 'id = ANY ($1::uuid[])',
  batches: 'id IN (SELECT batch_id FROM jobs WHERE id = ANY ($1::uuid[]))',
  uploads: 'id IN (SELECT upload_id FROM jobs WHERE id = ANY ($1::uuid[]))',
  artifacts: 'job_id = ANY ($1::uuid[])',
  schedules: `organisation_id = $2 AND ${HAS(`concat_ws(' ', name, last_problem, batch::text)`)}`,
  definition_reviews: 'definition_id = ANY ($3::uuid[])',
  idempotency_keys: `actor_id IN (SELECT id FROM users WHERE organisation_id = $2) AND ${HAS('response::text')}`,
  events: `organisation_id = $2 AND ${HAS('data::text')}`,
  deliveries: `organisation_id = $2 AND ${HAS('body')}`,
};

export type Around = {
  jobIds: readonly string[];
  organisationId: string;
  definitionIds: readonly string[];
  surfaces: readonly string[];
};

/** What hangs on these jobs, definitions and their organisation and has texts in it. */
export async function listTraces(
  sql: Sql,
  { jobIds, organisationId, definitionIds, surfaces }: Around,
): Promise<Trace[]> {
  const traces: Trace[] = [];
  for (const table of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
    const { key, text, json } = COLUMNS[table];
    const values = [...text, ...json].map((column) => `'${column}', ${column}`).join(', ');
    const { rows } = await sql.query<Omit<Trace, 'table'>>(
      `SELECT ${key} AS key, jsonb_build_object(${values}) AS values FROM ${table}
       WHERE ($1::uuid[], $2::uuid, $3::uuid[], $4::text[]) IS NOT NULL AND ${WHICH[table]}`,
      [jobIds, organisationId, definitionIds, surfaces],
    );
    traces.push(...rows.map((row) => ({ table, ...row })));
  }
  return traces;
}

export async function writeTraces(sql: Sql, traces: readonly Trace[]): Promise<void> {
  for (const [table, rows] of Map.groupBy(traces, (trace) => trace.table)) {
    const { key, text, json } = COLUMNS[table];
    const set = [
      ...text.map((column) => `${column} = t.values ->> '${column}'`),
      ...json.map((column) => `${column} = nullif(t.values -> '${column}', 'null')`),
    ];
    await sql.query(
      `UPDATE ${table} SET ${set.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS t(key text, values jsonb)
       WHERE ${key} = t.key`,
      [JSON.stringify(rows.map(({ key: of, values }) => ({ key: of, values })))],
    );
  }
}

/** Definitions of other items whose remarks name one of these texts: a neighbour is named by its term. */
export async function replaceInFindings(
  sql: Sql,
  organisationId: string,
  replacements: readonly { from: string; to: string }[],
): Promise<void> {
  for (const { from, to } of replacements) {
    // As they are inside a JSON text, without the quotes around it.
    const [old, fresh] = [from, to].map((text) => JSON.stringify(text).slice(1, -1));
    await sql.query(
      `UPDATE definitions SET findings = replace(findings::text, $2, $3)::jsonb
       WHERE organisation_id = $1 AND strpos(findings::text, $2) > 0`,
      [organisationId, old, fresh],
    );
    await sql.query(
      `UPDATE definition_versions v SET snapshot = jsonb_set(v.snapshot, '{findings}', replace(v.snapshot ->> 'findings', $2, $3)::jsonb)
       FROM definitions d WHERE d.id = v.definition_id AND d.organisation_id = $1
         AND strpos(v.snapshot ->> 'findings', $2) > 0`,
      [organisationId, old, fresh],
    );
    await sql.query(
      `UPDATE job_items i SET findings = replace(i.findings::text, $2, $3)::jsonb FROM jobs j
       WHERE j.id = i.job_id AND j.organisation_id = $1 AND strpos(i.findings::text, $2) > 0`,
      [organisationId, old, fresh],
    );
    await sql.query(
      `UPDATE job_item_contents c SET image = jsonb_set(c.image, '{findings}', replace(c.image ->> 'findings', $2, $3)::jsonb)
       FROM jobs j WHERE j.id = c.job_id AND j.organisation_id = $1 AND strpos(c.image ->> 'findings', $2) > 0`,
      [organisationId, old, fresh],
    );
  }
}

/** Whether another job is at work on one of these definitions: it may have put their text into a piece of a file. */
export async function isAtWork(sql: Sql, jobId: string, definitionIds: readonly string[]): Promise<boolean> {
  const { rowCount } = await sql.query(
    `SELECT FROM jobs j WHERE j.id <> $1 AND j.status IN ('checking', 'running', 'finalizing', 'pausing', 'paused',
       'cancelling', 'rolling_back') AND EXISTS (
         SELECT FROM job_items i WHERE i.job_id = j.id AND i.definition_id = ANY ($2::uuid[])) LIMIT 1`,
    [jobId, definitionIds],
  );
  return rowCount === 1;
}

export type HeldFile = { id: string; table: 'uploads' | 'artifacts'; fileName: string; size: number; expiresAt: Date };

const FILES_OF = `WITH about AS (
    SELECT DISTINCT o.job_id FROM job_items i JOIN job_items o ON o.definition_id = i.definition_id
    WHERE i.job_id = $1 AND i.decision = 'update')`;

/** Files that still hold definitions a job is to redact, as far as a clearance suffices: what they came from, and what other jobs made of them. */
export async function listHeldFiles(sql: Sql, jobId: string, clearance: Classification): Promise<HeldFile[]> {
  const { rows } = await sql.query<HeldFile>(
    `${FILES_OF}
     SELECT u.id, 'uploads' AS "table", u.file_name AS "fileName", u.size, u.expires_at AS "expiresAt" FROM uploads u
     WHERE u.storage_key <> '' AND u.classification <= $2::classification AND u.id IN (SELECT j.upload_id FROM jobs j JOIN about ON about.job_id = j.id)
     UNION ALL
     SELECT a.id, 'artifacts', a.file_name, a.size, a.expires_at FROM artifacts a
     WHERE a.storage_key <> '' AND a.job_id IN (SELECT about.job_id FROM about JOIN jobs j ON j.id = about.job_id
         AND j.classification <= $2::classification) ORDER BY 2 DESC, 3`,
    [jobId, clearance],
  );
  return rows;
}

/** Lets the files of these jobs, and what those were read from, expire now; whoever finishes takes them out of the storage. */
export async function expireFiles(sql: Sql, jobIds: readonly string[]): Promise<void> {
  await sql.query(
    `UPDATE uploads SET expires_at = least(expires_at, now()) WHERE id IN (SELECT upload_id FROM jobs WHERE id = ANY ($1::uuid[]))`,
    [jobIds],
  );
  await sql.query('UPDATE artifacts SET expires_at = least(expires_at, now()) WHERE job_id = ANY ($1::uuid[])', [
    jobIds,
  ]);
}

/** Where the files are stored that a redacted job let expire. */
export async function listExpiredKeys(sql: Sql, jobId: string): Promise<{ table: HeldFile['table']; key: string }[]> {
  const { rows } = await sql.query<{ table: HeldFile['table']; key: string }>(
    `${FILES_OF}
     SELECT 'uploads' AS "table", u.storage_key AS key FROM uploads u WHERE u.storage_key <> '' AND u.expires_at <= now()
       AND u.id IN (SELECT j.upload_id FROM jobs j JOIN about ON about.job_id = j.id)
     UNION ALL
     SELECT 'artifacts', a.storage_key FROM artifacts a WHERE a.storage_key <> '' AND a.expires_at <= now()
       AND a.job_id IN (SELECT job_id FROM about)`,
    [jobId],
  );
  return rows;
}
