import type { BatchReport } from '#contract/reports.ts';
import type { Actor } from '#domain/access.ts';
import type { ReportTotals } from '#domain/job-report.ts';
import { BYTE_ORDER_MARK, csvLine } from '#server/formats/csv-line.ts';
import type { Services } from '#server/services.ts';
import { readBatchReport } from './read-batch-report.ts';

const COUNTS: [heading: string, of: keyof ReportTotals][] = [
  ['totaal', 'total'],
  ['geslaagd', 'succeeded'],
  ['ongewijzigd', 'unchanged'],
  ['overgeslagen', 'skipped'],
  ['mislukt', 'failed'],
  ['niet verwerkt', 'cancelled'],
  ['teruggedraaid', 'rolledBack'],
  ['niet teruggedraaid', 'rollbackConflict'],
  ['nog te doen', 'pending'],
];
const HEADER = [
  'nummer',
  'opdracht',
  'bewerking',
  'status',
  ...COUNTS.map(([heading]) => heading),
  'begonnen',
  'geëindigd',
  'werktijd in ms',
  'oorzaak',
];

/** A line per job of a batch in their order, and their sum as the last line; what became of each item is in the reports of the jobs. */
export async function batchReportToCsv(services: Services, actor: Actor, batchId: string): Promise<string> {
  const report = await readBatchReport(services, actor, batchId);
  const lines = [HEADER, ...report.jobs.map(jobLine), totalLine(report)];
  return BYTE_ORDER_MARK + lines.map(csvLine).join('');
}

function jobLine(job: BatchReport['jobs'][number]): string[] {
  return [
    String(job.place + 1),
    job.name,
    job.operation,
    job.status,
    ...countsOf(job.totals),
    job.startedAt ?? '',
    job.finishedAt ?? '',
    String(job.workMs),
    job.problem?.code ?? '',
  ];
}

function totalLine({ name, status, totals, startedAt, finishedAt, timings }: BatchReport): string[] {
  return [
    'totaal',
    name,
    '',
    status,
    ...countsOf(totals),
    startedAt ?? '',
    finishedAt ?? '',
    String(timings.workMs),
    '',
  ];
}

function countsOf(totals: ReportTotals): string[] {
  return COUNTS.map(([, of]) => String(totals[of]));
}
