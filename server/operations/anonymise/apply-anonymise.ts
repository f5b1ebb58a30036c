import type { Sql } from '#db/client.ts';
import { contentHash } from '#db/content-hash.ts';
import { NO_TALLY } from '#db/queries/commit-chunk.ts';
import { jobsAbout } from '#db/queries/erase-definitions.ts';
import { forgetSources, type NamelessDefinition, writeNameless } from '#db/queries/people-of-definitions.ts';
import { expireFiles, isAtWork, listItemTraces, writeItemTraces } from '#db/queries/redacted-traces.ts';
import {
  endRedactItems,
  lockToRedact,
  overwriteVersions,
  type RedactedVersion,
  type RedactItem,
  type RedactOutcome,
} from '#db/queries/write-redacted.ts';
import type { RowImage } from '#db/row-image.ts';
import { withoutPeople } from '#domain/person-fields.ts';
import { chunkOf } from '#server/operations/chunk-of.ts';
import type { Applied, Work, WorkRange } from '#server/operations/operation.ts';
import { withoutPeopleIn } from './without-people-in.ts';

/** Wipes the names of people off the definitions of a chunk: as they are now, in every version, and in what jobs keep of them. */
export async function applyAnonymise(sql: Sql, work: Work, range: WorkRange): Promise<Applied> {
  const { job } = work;
  const items = await lockToRedact(sql, job, range.first, range.last);
  const wanted = items.filter(({ decision, isCurrent, isHeld }) => decision === 'update' && isCurrent && !isHeld);
  const ids = wanted.map(({ definitionId }) => definitionId);
  const isBusy = ids.length > 0 && (await isAtWork(sql, job.id, ids));
  const outcomes = items.map((item) => outcomeOf(item, isBusy));
  if (ids.length > 0 && !isBusy) await wipe(sql, work, range, wanted);
  await endRedactItems(sql, job.id, outcomes);
  const count = (status: RedactOutcome['status']) => outcomes.filter((one) => one.status === status).length;
  const [succeeded, unchanged] = [count('succeeded'), count('unchanged')];
  return {
    tally: { ...NO_TALLY, succeeded, unchanged, skipped: count('skipped'), failed: count('failed') },
    items: items.length,
    lastTerm: items.at(-1)?.term ?? null,
  };
}

function outcomeOf({ position, decision, isCurrent, isHeld }: RedactItem, isBusy: boolean): RedactOutcome {
  if (decision === 'unchanged') return { position, status: 'unchanged', problemCode: null };
  if (decision === 'skip') return { position, status: 'skipped', problemCode: null };
  const failed = (problemCode: string): RedactOutcome => ({ position, status: 'failed', problemCode });
  if (decision === 'invalid') return failed('definition_gone');
  if (!isCurrent) return failed('stale_version');
  if (isHeld) return failed('legal_hold');
  return isBusy ? failed('job_at_work') : { position, status: 'succeeded', problemCode: null };
}

async function wipe(sql: Sql, work: Work, range: WorkRange, items: readonly RedactItem[]): Promise<void> {
  const ids = items.map(({ definitionId }) => definitionId);
  const versions = items.flatMap(({ definitionId, versions }) =>
    versions.flatMap(({ version, snapshot, reason }): RedactedVersion[] => {
      const wiped = withoutPeopleIn(snapshot, contentHash);
      if (wiped === snapshot) return [];
      return [{ definitionId, version, snapshot: wiped, contentHash: wiped.content_hash as string, reason }];
    }),
  );
  await overwriteVersions(sql, versions);
  const nameless = items.map(({ definitionId, versions: [latest] }): NamelessDefinition => {
    const { approved_by: _, deleted_by: __, ...image } = withoutPeopleIn(latest?.snapshot as RowImage, contentHash);
    return { definitionId, image: image as RowImage };
  });
  await writeNameless(sql, nameless, chunkOf(work, range));
  await wipeTraces(sql, ids);
  await expireFiles(sql, await jobsAbout(sql, work.job.id, ids));
}

/** What was staged for these definitions by any job, this one too. */
async function wipeTraces(sql: Sql, ids: readonly string[]): Promise<void> {
  const traces = await listItemTraces(sql, ids);
  const wiped = traces.map((trace) => ({
    ...trace,
    raw: null,
    image: trace.image && withoutPeopleIn(trace.image, contentHash),
    correction: withoutPeople(trace.correction),
  }));
  await writeItemTraces(
    sql,
    wiped.filter(
      ({ image, correction }, index) => image !== traces[index]?.image || correction !== traces[index]?.correction,
    ),
  );
  await forgetSources(sql, ids);
}
