import type { Sql } from '#db/client.ts';
import type { Sight } from '#domain/clearance.ts';
import type { JobStatus } from '#domain/job-status.ts';
import type { OperationName } from '#domain/operation-names.ts';
import { binder } from './definition-filter.ts';
import { JOB_COLUMNS, type JobRow } from './job-row.ts';
import { keyset, type PageAt, toPage } from './keyset.ts';
import { visibleBatchSql, visibleJobSql } from './visible-jobs.ts';

export type BatchRow = {
  id: string;
  name: string;
  createdAt: Date;
  createdBy: { id: string; name: string };
  maxConcurrent: number;
  scheduledFor: Date | null;
  scheduleId: string | null;
};

export type BatchFilter = {
  status?: readonly JobStatus[] | undefined;
  operation?: OperationName | undefined;
  /** A person's id. */
  person?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
};

const NEWEST_FIRST = {
  columns: [
    { sql: 'b.created_at', type: 'timestamptz' },
    { sql: 'b.id', type: 'uuid' },
  ],
  descending: true,
};
const BATCH_COLUMNS = `b.id, b.name, b.created_at AS "createdAt", b.max_concurrent AS "maxConcurrent",
  b.scheduled_for AS "scheduledFor", b.schedule_id AS "scheduleId",
  jsonb_build_object('id', p.id, 'name', p.name) AS "createdBy"`;

type BatchSearch = { filter: BatchFilter; sight: Sight; at: PageAt | null; limit: number };

/** One page of batches, newest first, and how many match, of those this sight has. */
export async function listBatchRows(sql: Sql, { filter, sight, at, limit }: BatchSearch) {
  const params: unknown[] = [];
  const where = batchSql(filter, sight, params);
  const counted = await sql.query<{ total: number }>(`SELECT count(*)::int AS total FROM batches b WHERE ${where}`, [
    ...params,
  ]);
  const page = keyset(NEWEST_FIRST, at, params);
  const { rows } = await sql.query<BatchRow & { key: string[] }>(
    `SELECT ${BATCH_COLUMNS}, ${page.key} AS key FROM batches b JOIN users p ON p.id = b.created_by
     WHERE ${where}${page.condition} ORDER BY ${page.orderBy} LIMIT ${limit + 1}`,
    params,
  );
  return { ...toPage(rows, limit, at), total: counted.rows[0]?.total ?? 0 };
}

function batchSql(filter: BatchFilter, sight: Sight, params: unknown[]): string {
  const bind = (value: unknown) => `$${params.push(value)}`;
  const conditions = [visibleBatchSql(sight, bind)];
  if (filter.person) conditions.push(`b.created_by::text = ${bind(filter.person)}`);
  if (filter.from) conditions.push(`b.created_at >= ${bind(filter.from)}::timestamptz`);
  if (filter.until) conditions.push(`b.created_at <= ${bind(filter.until)}::timestamptz`);
  const ofJob: string[] = [];
  if (filter.status?.length) ofJob.push(`j.status = ANY (${bind(filter.status)}::job_status[])`);
  if (filter.operation) ofJob.push(`j.operation = ${bind(filter.operation)}::operation`);
  if (ofJob.length > 0)
    conditions.push(`EXISTS (SELECT FROM jobs j WHERE j.batch_id = b.id AND ${ofJob.join(' AND ')})`);
  return conditions.join(' AND ');
}

export async function findBatchRow(sql: Sql, id: string, sight: Sight): Promise<BatchRow | null> {
  const params: unknown[] = [id];
  const { rows } = await sql.query<BatchRow>(
    `SELECT ${BATCH_COLUMNS} FROM batches b JOIN users p ON p.id = b.created_by
     WHERE b.id = $1 AND ${visibleBatchSql(sight, binder(params))}`,
    params,
  );
  return rows[0] ?? null;
}

/** The jobs of batches, in the order they have there. */
export async function listJobsOf(sql: Sql, batchIds: readonly string[]): Promise<JobRow[]> {
  const { rows } = await sql.query<JobRow>(
    `SELECT ${JOB_COLUMNS} FROM jobs j WHERE j.batch_id = ANY ($1::uuid[]) ORDER BY j.batch_id, j.place, j.id`,
    [batchIds],
  );
  return rows;
}

/** One job, if this sight has it. */
export async function findVisibleJob(sql: Sql, id: string, sight: Sight): Promise<JobRow | null> {
  const params: unknown[] = [id];
  const { rows } = await sql.query<JobRow>(
    `SELECT ${JOB_COLUMNS} FROM jobs j WHERE j.id = $1 AND ${visibleJobSql(sight, binder(params))}`,
    params,
  );
  return rows[0] ?? null;
}
