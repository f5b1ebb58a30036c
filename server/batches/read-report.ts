import type { Report } from '#contract/reports.ts';
import { readReportOf } from '#db/queries/read-report.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { visibleJob } from './visible-job.ts';

export async function readReport(services: Services, actor: Actor, jobId: string): Promise<Report> {
  return readReportOf(services.pool, await visibleJob(services, actor, jobId));
}
