import type { Sql } from '#db/client.ts';
import {
  type ItemTrace,
  listItemTraces,
  listTraces,
  type Trace,
  writeItemTraces,
  writeTraces,
} from '#db/queries/redacted-traces.ts';
import type { Replacement } from '#domain/redaction/redact-content.ts';
import type { Work } from '#server/operations/operation.ts';
import { type Redactor, replacementOf } from './redactor.ts';
import { hitsInImage, hitsInJson, type Known, redactImage, redactJson } from './scrub.ts';

/**
 * Redacts what is written of definitions beside themselves: in items of jobs (what a file said, what was staged, what was remarked),
 * in what those jobs were asked to do, in answers that are kept for a while. Answers the jobs that were about them.
 */
export async function scrubTraces(
  sql: Sql,
  { job }: Work,
  redactor: Redactor,
  redacted: readonly (Known & { item: { definitionId: string } })[],
): Promise<string[]> {
  const knownOf = new Map(redacted.map((one): [string, Known] => [one.item.definitionId, one]));
  const definitionIds = [...knownOf.keys()];
  const items = await listItemTraces(sql, definitionIds);
  const jobIds = [...new Set([...items.map(({ jobId }) => jobId), job.id])];
  // A job is about many: what is left alone in one of them may be written in its name.
  const together: Known = {
    surfaces: new Map(redacted.flatMap(({ surfaces }) => [...surfaces])),
    left: new Set(redacted.flatMap(({ left }) => [...left])),
  };
  const surfaces = [...together.surfaces.keys()];
  const { organisationId } = job;
  const traces = await listTraces(sql, { jobIds, organisationId, definitionIds, surfaces });
  const numbers = await redactor.number([
    ...items.flatMap((item) => hitsOfItem(redactor, knownOf.get(item.definitionId) as Known, item)),
    ...traces.flatMap(({ values }) => hitsInJson(redactor, together, values)),
  ]);
  const replacement = replacementOf(numbers);
  const scrubbed = items.map((item) => scrubItem(redactor, knownOf.get(item.definitionId) as Known, item, replacement));
  await writeItemTraces(sql, changed(items, scrubbed));
  const fresh = traces.map((trace) => ({
    ...trace,
    values: redactJson(redactor, together, trace.values, replacement) as Trace['values'],
  }));
  await writeTraces(sql, changed(traces, fresh));
  return jobIds.filter((id) => id !== job.id);
}

function hitsOfItem(redactor: Redactor, known: Known, { image, jobId: _, definitionId: __, ...texts }: ItemTrace) {
  return [
    ...hitsInJson(redactor, known, [texts, image?.findings]),
    ...(image ? hitsInImage(redactor, known, image) : []),
  ];
}

function scrubItem(redactor: Redactor, known: Known, trace: ItemTrace, replacement: Replacement): ItemTrace {
  const { image, jobId, definitionId, position, ...texts } = trace;
  const redacted = redactJson(redactor, known, texts, replacement) as typeof texts;
  return {
    ...redacted,
    jobId,
    definitionId,
    position,
    image: image && redactImage(redactor, known, image, replacement),
  };
}

function changed<T>(before: readonly T[], after: readonly T[]): T[] {
  return after.filter((one, index) => JSON.stringify(one) !== JSON.stringify(before[index]));
}
