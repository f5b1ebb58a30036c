import type { z } from 'zod';
import type { Item, itemPageSchema, itemQuerySchema } from '#contract/jobs.ts';
import { type ItemRow, listItemRows } from '#db/queries/list-items.ts';
import type { Actor } from '#domain/access.ts';
import { cursorsOf, pageAt } from '#server/page-at.ts';
import type { Services } from '#server/services.ts';
import { visibleJob } from './visible-job.ts';

const SORT = 'items';

export async function listItems(
  services: Services,
  actor: Actor,
  jobId: string,
  { cursor, limit, ...filter }: z.output<typeof itemQuerySchema>,
): Promise<z.infer<typeof itemPageSchema>> {
  await visibleJob(services, actor, jobId);
  const at = pageAt(cursor, SORT, 1);
  const page = await listItemRows(services.pool, { jobId, filter, at, limit });
  return { items: page.rows.map(presentItem), ...cursorsOf(page, SORT), total: page.total };
}

export function presentItem(row: ItemRow): Item {
  return {
    position: row.position,
    source: { file: row.sourceFile, line: row.sourceLine },
    term: row.term,
    status: row.status,
    decision: row.decision,
    reason: row.reason,
    definitionId: row.definitionId,
    verdict: row.verdict,
    qualityScore: row.qualityScore,
    scoreBefore: row.scoreBefore,
    findings: row.findings,
    attempts: row.attempts,
    problem: row.problemCode ? { code: row.problemCode, detail: row.problemDetail } : null,
    corrected: row.corrected,
  };
}
