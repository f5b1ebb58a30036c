import { identityKey } from '#db/content-hash.ts';
import { matchDefinitions } from '#db/queries/match-definitions.ts';
import { readSelected, type SelectedItem } from '#db/queries/read-selected.ts';
import { type EarlierVersion, readEarlierVersions } from '#db/queries/redacted-versions.ts';
import { type HitRow, replaceHits } from '#db/queries/redaction-hits.ts';
import { type StagedItem, stageItems } from '#db/queries/stage-items.ts';
import { removeStagedItems } from '#db/queries/staged-items.ts';
import { contentFromRow } from '#db/row-image.ts';
import { placeholderOf } from '#domain/redaction/placeholder.ts';
import { redactContent } from '#domain/redaction/redact-content.ts';
import type { Checked, CheckWork } from '#server/operations/operation.ts';
import { PlanTally } from '#server/operations/plan-tally.ts';
import { findInVersions, type VersionHit } from './find-in-versions.ts';
import { openRedactor, type RedactionOptions, type Redactor } from './redactor.ts';

/** How many definitions are read, looked through and staged at once. */
const RUN = 200;

type Present = SelectedItem & { present: NonNullable<SelectedItem['present']> };
type Found = { item: SelectedItem; hits: VersionHit[] };

/**
 * Looks for what is to be redacted in every selected definition, in all of its versions, and keeps where it is. What is there is
 * written nowhere: whoever looks at the plan sees the definitions themselves.
 */
export async function checkRedact(work: CheckWork): Promise<Checked> {
  const { job, pool } = work;
  const redactor = await openRedactor(work, job.options.redaction as RedactionOptions);
  const tally = new PlanTally();
  let total = 0;
  await work.advance('checking', 0, job.total);
  for (let after = -1; ; ) {
    const items = await readSelected(pool, job, after, RUN);
    const last = items.at(-1);
    if (!last) break;
    after = last.position;
    const found = await findHits(work, redactor, items);
    const numbers = await redactor.number(found.flatMap(({ hits }) => hits));
    const rows = found.flatMap(({ item, hits }) => hits.map((hit, ordinal) => toRow(item, hit, ordinal, numbers(hit))));
    const taken = await identitiesTaken(work, found, numbers);
    const staged = found.map((one) => stage(one, taken));
    const positions = items.map(({ position }) => position);
    await work.write(async (sql) => {
      await removeStagedItems(sql, job.id, positions);
      await stageItems(sql, job.id, staged);
      await replaceHits(sql, job.id, positions, rows);
    });
    for (const item of staged) tally.add(item);
    total += items.length;
    await work.advance('checking', total, job.total);
  }
  return {
    total,
    levels: new Int32Array(total),
    plan: tally.plan,
    failing: tally.failing,
    classification: tally.classification,
    findings: [],
  };
}

async function findHits({ pool }: CheckWork, redactor: Redactor, items: readonly SelectedItem[]): Promise<Found[]> {
  const there = items.filter(isThere);
  const earlier = Map.groupBy(
    await readEarlierVersions(
      pool,
      there.map(({ definitionId, present }) => ({ id: definitionId, before: present.version })),
    ),
    ({ definitionId }: EarlierVersion) => definitionId,
  );
  return items.map((item) => {
    if (!isThere(item)) return { item, hits: [] };
    const { version, content } = item.present;
    const versions = (earlier.get(item.definitionId) ?? []).map((one) => ({
      version: one.version,
      content: contentFromRow(one.snapshot),
    }));
    return { item, hits: findInVersions(redactor, { version, content }, versions) };
  });
}

function isThere(item: SelectedItem): item is Present {
  return item.present !== null;
}

function toRow(
  { position }: SelectedItem,
  { version, path, start, end, kind }: VersionHit,
  ordinal: number,
  number: number,
): Omit<HitRow, 'decision'> {
  return { position, ordinal, version, path, startsAt: start, stopsAt: end, kind, number };
}

/** Definitions that redacted would be the same term in the same contexts as another one; the database has room for one. */
async function identitiesTaken(
  { pool, job }: CheckWork,
  found: readonly Found[],
  numbers: (hit: VersionHit) => number,
): Promise<Set<number>> {
  const moved = found.flatMap(({ item, hits }) => {
    if (!isThere(item) || item.present.content.status === 'archived') return [];
    const own = hits.filter(({ version }) => version === item.present.version);
    const content = redactContent(item.present.content, own, (hit) => placeholderOf(hit.kind, numbers(hit)));
    const identity = identityKey(content);
    return identity === item.present.identityKey ? [] : [{ item, identity }];
  });
  const { byIdentity } = await matchDefinitions(
    pool,
    job,
    [],
    moved.map(({ identity }) => identity),
  );
  const seen = new Set<string>();
  const taken = moved.filter(({ item, identity }) => {
    const holder = byIdentity.get(identity)?.definitionId;
    const again = seen.has(identity);
    seen.add(identity);
    return again || (holder !== undefined && holder !== item.definitionId);
  });
  return new Set(taken.map(({ item }) => item.position));
}

function stage({ item, hits }: Found, taken: ReadonlySet<number>): StagedItem {
  const { position, term, definitionId, present } = item;
  const planned = { sourceFile: null, sourceLine: null, verdict: null, qualityScore: null, categoryScores: null };
  const staged = { position, term, definitionId, ...planned, findings: [], image: null, raw: null };
  const baseVersion = present?.version ?? null;
  if (!present)
    return { ...staged, baseVersion, decision: 'invalid', reason: 'definition_gone', problemCode: 'definition_gone' };
  if (taken.has(position))
    return { ...staged, baseVersion, decision: 'conflict', reason: 'identity_taken', problemCode: 'identity_taken' };
  if (present.held && hits.length > 0)
    return { ...staged, baseVersion, decision: 'conflict', reason: 'legal_hold', problemCode: 'legal_hold' };
  const decided = hits.length > 0 ? (['update', 'to_redact'] as const) : (['unchanged', 'nothing_to_redact'] as const);
  return { ...staged, baseVersion, decision: decided[0], reason: decided[1], problemCode: null };
}
