import { assess } from '#db/assess.ts';
import type { Sql } from '#db/client.ts';
import { findApproval } from '#db/queries/approvals.ts';
import { NO_TALLY } from '#db/queries/commit-chunk.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import { expireFiles, isAtWork, replaceInFindings } from '#db/queries/redacted-traces.ts';
import { type HitRow, readHits, removeHits } from '#db/queries/redaction-hits.ts';
import {
  endRedactItems,
  lockToRedact,
  overwriteVersions,
  type RedactedDefinition,
  type RedactedVersion,
  type RedactItem,
  type RedactOutcome,
  writeRedacted,
} from '#db/queries/write-redacted.ts';
import { writeRelations } from '#db/queries/write-relations.ts';
import { contentFromRow, toRowImage } from '#db/row-image.ts';
import { surroundingsOf } from '#db/surroundings-of.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { redactContent, redactText } from '#domain/redaction/redact-content.ts';
import type { Applied, Work, WorkRange } from '#server/operations/operation.ts';
import { findAll, keyOf, surfacesIn, type VersionHit } from './find-in-versions.ts';
import {
  type Counts,
  countHits,
  openRedactor,
  type RedactionOptions,
  type Redactor,
  replacementOf,
} from './redactor.ts';
import { hitsIn, hitsInImage, hitsInJson, type Known, redactImage } from './scrub.ts';
import { scrubTraces } from './scrub-traces.ts';

/** Another job may be putting the text into a piece of a file at this moment. */
const AT_WORK = 'redaction_job_at_work';

/**
 * So many definitions are worked out between two statements: all of a chunk at once would leave the database without a word for longer
 * than it waits for a transaction, on a machine that has other things to do.
 */
const RUN = 50;

/** One definition with what becomes of it. */
type Redacted = Known & {
  item: RedactItem;
  /** The hits in it as it is now, those that are left alone aside. */
  hits: VersionHit[];
};

/**
 * Redacts the definitions of a chunk: as they are now, in every version they ever had, and in whatever other rows keep of them. What
 * was decided about a hit holds for its value in all of the definition's history.
 */
export async function applyRedact(sql: Sql, work: Work, { first, last }: WorkRange): Promise<Applied> {
  const { job } = work;
  const items = await lockToRedact(sql, job, first, last);
  const redactor = await openRedactor(work, job.options.redaction as RedactionOptions);
  const outcomes: RedactOutcome[] = [];
  const redacted: Redacted[] = [];
  for (const run of runsOf(items)) {
    const rowsOf = Map.groupBy(await readHits(sql, job.id, positionsOf(run)), ({ position }: HitRow) => position);
    for (const item of run) {
      const rows = rowsOf.get(item.position) ?? [];
      const isWanted = rows.some(({ decision }) => decision === 'redact');
      const one = item.isCurrent && !item.isHeld && isWanted ? toRedact(redactor, item, rows) : null;
      const problemCode = isWanted && !one ? whyNot(item) : item.isCurrent ? null : 'stale_version';
      const status = problemCode ? 'failed' : one ? 'succeeded' : 'unchanged';
      outcomes.push({ position: item.position, status, problemCode });
      if (one) redacted.push(one);
    }
  }
  const ids = redacted.map(({ item }) => item.definitionId);
  if (ids.length > 0 && (await isAtWork(sql, job.id, ids))) {
    const failed = outcomes.map(({ position }) => ({ position, status: 'failed' as const, problemCode: AT_WORK }));
    await endRedactItems(sql, job.id, failed);
    return { tally: { ...NO_TALLY, failed: items.length }, items: items.length, lastTerm: null };
  }
  const redactions: Counts = {};
  for (const run of runsOf(redacted)) addCounts(redactions, await redactAll(sql, work, redactor, run));
  await endRedactItems(sql, job.id, outcomes);
  await removeHits(sql, job.id, positionsOf(items));
  for (const run of runsOf(redacted)) await expireFiles(sql, await scrubTraces(sql, work, redactor, run));
  const count = (wanted: RedactOutcome['status']) => outcomes.filter(({ status }) => status === wanted).length;
  return {
    tally: { ...NO_TALLY, succeeded: count('succeeded'), unchanged: count('unchanged'), failed: count('failed') },
    items: items.length,
    lastTerm: null,
    output: { redactions },
  };
}

function runsOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / RUN) }, (_, run) => all.slice(run * RUN, (run + 1) * RUN));
}

function positionsOf(items: readonly RedactItem[]): number[] {
  return items.map(({ position }) => position);
}

function addCounts(sum: Counts, more: Counts): void {
  for (const [kind, count] of Object.entries(more) as [keyof Counts, number][]) sum[kind] = (sum[kind] ?? 0) + count;
}

function whyNot({ isCurrent, isHeld }: RedactItem): string {
  if (!isCurrent) return 'stale_version';
  return isHeld ? 'legal_hold' : 'redaction_plan_changed';
}

/** Reads a definition as the plan was made, and takes what was decided over the hits to their values; null when other things are found now. */
function toRedact(redactor: Redactor, item: RedactItem, rows: readonly HitRow[]): Redacted | null {
  const versions = item.versions.map(({ version, snapshot }) => ({ version, content: contentFromRow(snapshot) }));
  const all = findAll(redactor, versions);
  const decided = new Map(
    rows.map(({ version, path, startsAt, stopsAt, decision }) => [
      `${version} ${path} ${startsAt} ${stopsAt}`,
      decision,
    ]),
  );
  const kept = new Set<string>();
  const gone = new Set<string>();
  let seen = 0;
  const decisionOf = (version: number, { path, start, end }: { path: string; start: number; end: number }) =>
    decided.get(`${version} ${path} ${start} ${end}`);
  for (const { version, hits } of all) {
    for (const hit of hits) {
      const decision = decisionOf(version, hit);
      if (decision) seen++;
      if (decision === 'redact') gone.add(keyOf(hit));
      else if (decision === 'leave') kept.add(keyOf(hit));
    }
  }
  const left = new Set([...kept].filter((key) => !gone.has(key)));
  const [now] = all;
  const isAsPlanned =
    now?.hits.every((hit) => decisionOf(now.version, hit) !== undefined) &&
    kept.size + gone.size > 0 &&
    seen === rows.length;
  if (!isAsPlanned) return null;
  const hits = (now?.hits ?? [])
    .filter((hit) => !left.has(keyOf(hit)) && decisionOf(now?.version ?? 0, hit) !== 'leave')
    .map((hit) => ({ ...hit, version: now?.version ?? 0 }));
  const surfaces = new Map(
    all.flatMap((one) => [
      ...surfacesIn(
        one.content,
        one.hits.filter((hit) => !left.has(keyOf(hit))),
      ),
    ]),
  );
  return { item, hits, surfaces, left };
}

async function redactAll(sql: Sql, work: Work, redactor: Redactor, all: readonly Redacted[]): Promise<Counts> {
  const { job, author } = work;
  const numbers = await redactor.number(all.flatMap((one) => [...one.hits, ...hitsOfHistory(redactor, one)]));
  const replacement = replacementOf(numbers);
  const contents = all.map(({ item, hits }) => redactContent(contentNow(item), hits, replacement));
  const settings = await readRuleSettings(sql, job.organisationId);
  const around = await surroundingsOf(
    sql,
    job,
    contents.map((content, index) => ({ id: (all[index] as Redacted).item.definitionId, content })),
  );
  const history: RedactedVersion[] = all.flatMap((one) =>
    one.item.versions.map(({ version, snapshot, reason }) => {
      const image = redactImage(redactor, one, snapshot, replacement);
      const why = reason && redactText(reason, hitsIn(redactor, one, reason), replacement);
      const { definitionId } = one.item;
      return { definitionId, version, snapshot: image, contentHash: String(image.content_hash), reason: why };
    }),
  );
  const definitions: RedactedDefinition[] = contents.map((content, index) => ({
    definitionId: (all[index] as Redacted).item.definitionId,
    image: toRowImage(content, assess(content, settings, around[index])),
    counts: countHits((all[index] as Redacted).hits),
  }));
  const reason = (await findApproval(sql, job.id, 'approved'))?.reason ?? job.name;
  await overwriteVersions(sql, history);
  await writeRedacted(sql, definitions, { jobId: job.id, organisationId: job.organisationId, author, reason });
  await writeRelations(
    sql,
    definitions.map(({ definitionId }) => definitionId),
  );
  const renamed = all.flatMap(({ item }, index) => {
    const [from, to] = [contentNow(item).term, (contents[index] as DefinitionContent).term];
    return from === to ? [] : [{ from, to }];
  });
  await replaceInFindings(sql, job.organisationId, renamed);
  return countHits(all.flatMap(({ hits }) => hits));
}

function contentNow({ versions }: RedactItem): DefinitionContent {
  return contentFromRow(versions[0]?.snapshot ?? {});
}

function hitsOfHistory(redactor: Redactor, one: Redacted) {
  return one.item.versions.flatMap(({ snapshot, reason }) => [
    ...hitsInImage(redactor, one, snapshot),
    ...hitsInJson(redactor, one, [snapshot.findings, reason]),
  ]);
}
