import type { Sql } from '#db/client.ts';
import type { JobStatus } from '#domain/job-status.ts';
import type { Provenance } from '#domain/provenance.ts';
import { keyset, type PageAt, toPage } from './keyset.ts';

type Person = { id: string; name: string };

export type SourceRow = {
  id: string;
  fileName: string;
  size: number;
  sha256: string;
  times: number;
  provenance: Provenance | null;
  createdBy: Person;
  createdAt: Date;
  imports: {
    jobId: string;
    batchId: string;
    name: string;
    status: JobStatus;
    createdBy: Person;
    createdAt: string;
    finishedAt: string | null;
    total: number;
    succeeded: number;
    failed: number;
  }[];
};

const NEWEST_FIRST = {
  columns: [
    { sql: 'u.created_at', type: 'timestamptz' },
    { sql: 'u.id', type: 'uuid' },
  ],
  descending: true,
};

type SourceSearch = {
  filter: { sha256?: string | undefined; q?: string | undefined };
  scope: string | null;
  at: PageAt | null;
  limit: number;
};

/** One page of uploaded files, newest first, with the imports each was used for; seen from one organisation or from all (null). */
export async function listSources(sql: Sql, { filter, scope, at, limit }: SourceSearch) {
  const params: unknown[] = [];
  const where = sourceSql(filter, scope, params);
  const counted = await sql.query<{ total: number }>(`SELECT count(*)::int AS total FROM uploads u WHERE ${where}`, [
    ...params,
  ]);
  const page = keyset(NEWEST_FIRST, at, params);
  const { rows } = await sql.query<SourceRow & { key: string[] }>(
    `WITH page AS MATERIALIZED (
       SELECT u.*, ${page.key} AS key FROM uploads u WHERE ${where}${page.condition}
       ORDER BY ${page.orderBy} LIMIT ${limit + 1})
     SELECT u.id, u.file_name AS "fileName", u.size::float8 AS size, u.sha256, u.provenance, u.created_at AS "createdAt", u.key,
       jsonb_build_object('id', p.id, 'name', p.name) AS "createdBy",
       (SELECT count(*)::int FROM uploads s WHERE s.organisation_id = u.organisation_id AND s.sha256 = u.sha256) AS times,
       coalesce((SELECT jsonb_agg(jsonb_build_object('jobId', j.id, 'batchId', j.batch_id, 'name', j.name,
           'status', j.status, 'createdBy', jsonb_build_object('id', o.id, 'name', o.name),
           'createdAt', j.created_at, 'finishedAt', j.finished_at, 'total', j.total, 'succeeded', j.succeeded,
           'failed', j.failed) ORDER BY j.created_at, j.id)
         FROM jobs j JOIN users o ON o.id = j.created_by WHERE j.upload_id = u.id), '[]') AS imports
     FROM page u JOIN users p ON p.id = u.created_by ORDER BY ${page.orderBy}`,
    params,
  );
  return { ...toPage(rows, limit, at), total: counted.rows[0]?.total ?? 0 };
}

function sourceSql({ sha256, q }: SourceSearch['filter'], scope: string | null, params: unknown[]): string {
  const bind = (value: unknown) => `$${params.push(value)}`;
  const conditions = ['true'];
  if (scope !== null) conditions.push(`u.organisation_id = ${bind(scope)}::uuid`);
  if (sha256) conditions.push(`u.sha256 = ${bind(sha256)}`);
  if (q) conditions.push(`u.file_name ILIKE ${bind(`%${q.replace(/[\\%_]/g, '\\$&')}%`)}`);
  return conditions.join(' AND ');
}
