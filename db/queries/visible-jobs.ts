import type { Sight } from '#domain/clearance.ts';
import { CLASSIFICATIONS } from '#domain/definition.ts';
import type { Bind } from './visible-definitions.ts';

/**
 * What somebody sees of batches, jobs and files: those of their organisation, none of which is classified higher than they may see.
 * A job is as highly classified as the highest of its items, a batch as the highest of its jobs, so that nothing is shown in part.
 */

const HIGHEST = CLASSIFICATIONS.at(-1);

/** Condition over what has an `organisation_id` and a `classification` of its own, such as `jobs j`. */
export function visibleJobSql(sight: Sight, bind: Bind, j = 'j'): string {
  const organisation = sight.scope === null ? 'true' : `${j}.organisation_id = ${bind(sight.scope)}::uuid`;
  if (sight.clearance === HIGHEST) return organisation;
  return `${organisation} AND ${j}.classification <= ${bind(sight.clearance)}::classification`;
}

/** Condition over `batches b`. */
export function visibleBatchSql(sight: Sight, bind: Bind): string {
  const organisation = sight.scope === null ? 'true' : `b.organisation_id = ${bind(sight.scope)}::uuid`;
  if (sight.clearance === HIGHEST) return organisation;
  return `${organisation} AND NOT ${tooHigh('b.id', bind(sight.clearance))}`;
}

/** Whether any job of a batch is above a clearance, both as the text has them. */
export function tooHigh(batchId: string, clearance: string): string {
  return `EXISTS (SELECT FROM jobs high WHERE high.batch_id = ${batchId} AND high.classification > ${clearance}::classification)`;
}

/** A text as an id; null where it is none, so that one that was written otherwise holds up nobody. */
function idOf(text: string): string {
  return `CASE WHEN ${text} ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' THEN (${text})::uuid END`;
}

/** The batch that an event (`events e`) tells of. */
export const BATCH_OF_EVENT = idOf(`(e.data -> 'batch' ->> 'id')`);

/**
 * What of the audit trail (`audit_entries a`) is about things above a clearance, as conditions that leave it out; none for who may see
 * everything.
 */
export function hiddenFromTrail({ clearance }: Pick<Sight, 'clearance'>, bind: Bind): string[] {
  if (clearance === HIGHEST) return [];
  const own = bind(clearance);
  const subject = (type: string) => `CASE WHEN a.subject_type = '${type}' THEN ${idOf('a.subject_id')} END`;
  return [
    `NOT EXISTS (SELECT FROM definitions d WHERE d.id = ${subject('definition')} AND d.classification > ${own}::classification)`,
    `NOT EXISTS (SELECT FROM jobs j WHERE j.id = a.job_id AND j.classification > ${own}::classification)`,
    `NOT EXISTS (SELECT FROM jobs j WHERE j.id = ${subject('job')} AND j.classification > ${own}::classification)`,
    `NOT EXISTS (SELECT FROM uploads u WHERE u.id = ${subject('upload')} AND u.classification > ${own}::classification)`,
    `NOT ${tooHigh(subject('batch'), own)}`,
  ];
}
