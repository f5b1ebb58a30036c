import { type ItemRow, listItemRows } from '#db/queries/list-items.ts';
import type { Actor } from '#domain/access.ts';
import { findingText } from '#domain/finding-texts.ts';
import { scorePoints } from '#domain/score-points.ts';
import { BYTE_ORDER_MARK, csvLine } from '#server/formats/csv-line.ts';
import type { Services } from '#server/services.ts';
import { visibleJob } from './visible-job.ts';

const PAGE = 1_000;
const HEADER = [
  'nummer',
  'bestand',
  'regel',
  'begrip',
  'beslissing',
  'uitkomst',
  'code',
  'oorzaak',
  'oordeel',
  'score voor',
  'score na',
  'bevindingen',
  'definitie',
  'gecorrigeerd door',
  'gecorrigeerd op',
];

/** Every item of a job with what became of it, as CSV that opens in a Dutch spreadsheet: BOM, `;`, CRLF, formulas escaped. */
export async function reportToCsv(services: Services, actor: Actor, jobId: string): Promise<string> {
  await visibleJob(services, actor, jobId);
  const parts = [BYTE_ORDER_MARK + csvLine(HEADER)];
  for (let at = null as { side: 'after'; key: string[] } | null; ; ) {
    const page = await listItemRows(services.pool, { jobId, filter: {}, at, limit: PAGE });
    parts.push(...page.rows.map((row) => csvLine(cells(row))));
    const last = page.rows.at(-1);
    if (!page.after || !last) return parts.join('');
    at = { side: 'after', key: last.key };
  }
}

function cells(row: ItemRow): string[] {
  const { problemCode } = row;
  const found = row.findings.find(({ code }) => code === problemCode);
  const cause = problemCode ? findingText(found ?? { code: problemCode }, 'nl').message : '';
  const findings = row.findings.map((finding) => `${finding.code}: ${findingText(finding, 'nl').message}`);
  return [
    String(row.position + 1),
    row.sourceFile ?? '',
    row.sourceLine === null ? '' : String(row.sourceLine),
    row.term ?? '',
    row.decision ?? '',
    row.status,
    row.problemCode ?? '',
    cause,
    row.verdict ?? '',
    points(row.scoreBefore),
    points(row.qualityScore),
    findings.join('\n'),
    row.definitionId ?? '',
    row.corrected?.by ?? '',
    row.corrected?.at ?? '',
  ];
}

/** A score as it is shown, 0 to 100. */
function points(score: number | null): string {
  return score === null ? '' : String(scorePoints(score));
}
