import type { Sql } from '#db/client.ts';
import type { Sight } from '#domain/clearance.ts';
import type { JobStatus } from '#domain/job-status.ts';
import type { Provenance } from '#domain/provenance.ts';
import { binder } from './definition-filter.ts';
import { keyset, type PageAt, toPage } from './keyset.ts';
import { visibleJobSql } from './visible-jobs.ts';

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
  sight: Sight;
  at: PageAt | null;
  limit: number;
};

/** One page of uploaded files, newest first, with the imports each was used for; as far as this sight has them. */
export async function listSources(sql: Sql, { filter, sight, at, limit }: SourceSearch) {
  const params: unknown[] = [];
  const where = sourceSql(filter, sight, params);
  const counted = await sql.query<{ total: number }>(`SELECT count(*)::int AS total FROM uploads u WHERE ${where}`, [
    ...params,
  ]);
  const page = keyset(NEWEST_FIRST, at, params);
  const clearance = binder(params)(sight.clearance);
  const { rows } = await sql.query<SourceRow & { key: string[] }>(
    `WITH page AS MATERIALIZED (
       SELECT u.*, ${page.key} AS key FROM uploads u WHERE ${where}${page.condition}
       ORDER BY ${page.orderBy} LIMIT ${limit + 1})
     SELECT u.id, u.file_name AS "fileName", u.size::float8 AS size, u.sha256, u.provenance, u.created_at AS "createdAt", u.key,
       jsonb_build_object('id', p.id, 'name', p.name) AS "createdBy",
       (SELECT count(*)::int FROM uploads s WHERE s.organisation_id = u.organisation_id AND s.sha256 = u.sha256
          AND s.classification <= ${clearance}::classification) AS times,
       coalesce((SELECT jsonb_agg(jsonb_build_object('jobId', j.id, 'batchId', j.batch_id, 'name', j.name,
           'status', j.status, 'createdBy', jsonb_build_object('id', o.id, 'name', o.name),
           'createdAt', j.created_at, 'finishedAt', j.finished_at, 'total', j.total, 'succeeded', j.succeeded,
           'failed', j.failed) ORDER BY j.created_at, j.id)
         FROM jobs j JOIN users o ON o.id = j.created_by WHERE j.upload_id = u.id
          AND j.classification <= ${clearance}::classification), '[]') AS imports
     FROM page u JOIN users p ON p.id = u.created_by ORDER BY ${page.orderBy}`,
    params,
  );
  return { ...toPage(rows, limit, at), total: counted.rows[0]?.total ?? 0 };
}

function sourceSql({ sha256, q }: SourceSearch['filter'], sight: Sight, params: unknown[]): string {
  const bind = (value: unknown) => `$${params.push(value)}`;
  const conditions = [visibleJobSql(sight, bind, 'u')];
  if (sha256) conditions.push(`u.sha256 = ${bind(sha256)}`);
  if (q) conditions.push(`u.file_name ILIKE ${bind(`%${q.replace(/[\\%_]/g, '\\$&')}%`)}`);
  return conditions.join(' AND ');
}
