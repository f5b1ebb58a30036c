import type { Classification } from '#domain/definition.ts';
import type { JobStatus } from '#domain/job-status.ts';

export type ScheduleRow = {
  id: string;
  organisationId: string;
  name: string;
  cron: string;
  /** What it starts, as the API takes it. */
  batch: Record<string, unknown>;
  paused: boolean;
  nextAt: Date;
  lastAt: Date | null;
  /** What the last start made; null when it made nothing, or there was none. */
  lastBatch: { id: string; name: string; statuses: JobStatus[]; classification: Classification } | null;
  /** Why the last start failed, as JSON; null when it did not. */
  lastProblem: string | null;
  createdAt: Date;
  createdBy: { id: string; name: string };
};

/** Of `schedules s JOIN users p`. */
export const SCHEDULE_COLUMNS = `s.id, s.organisation_id AS "organisationId", s.name, s.cron, s.batch, s.paused,
  s.next_at AS "nextAt", s.last_at AS "lastAt", s.last_problem AS "lastProblem", s.created_at AS "createdAt",
  jsonb_build_object('id', p.id, 'name', p.name) AS "createdBy",
  (SELECT jsonb_build_object('id', b.id, 'name', b.name, 'classification',
     (SELECT max(j.classification) FROM jobs j WHERE j.batch_id = b.id), 'statuses',
     (SELECT jsonb_agg(j.status ORDER BY j.place) FROM jobs j WHERE j.batch_id = b.id))
   FROM batches b WHERE b.id = s.last_batch_id) AS "lastBatch"`;
