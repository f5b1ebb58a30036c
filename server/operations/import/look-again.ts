import { assess } from '#db/assess.ts';
import type { Sql } from '#db/client.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import { reassessItems } from '#db/queries/reassess-items.ts';
import {
  findRemarkingOn,
  readStagedSubjects,
  replaceDangling,
  type StagedRelations,
  type StagedSubject,
} from '#db/queries/staged-neighbours.ts';
import { namesOf } from '#domain/validation/asked-names.ts';
import { isOfTheRules } from '#domain/validation/of-the-rules.ts';
import type { RuleSettings } from '#domain/validation/settings.ts';
import type { Cycle, Surroundings } from '#domain/validation/surroundings.ts';
import { type ReferenceIndex, targetOf, warnOf } from './references.ts';
import { referencesInPlan, surroundingsInPlan } from './surroundings-in-plan.ts';

/** So many items are looked at in one go: each go reads the plan once. */
const RUN = 2000;
/** Of what a changed item resembles or is named by, so many are looked at again. */
const MOST_OTHERS = 200;

/** What is the same for every item that is looked at. */
type Known = { settings: RuleSettings; circles: ReadonlyMap<number, Cycle> };
type Again = { sql: Sql; job: Pick<JobRow, 'id' | 'organisationId' | 'clearance' | 'total'> };

/**
 * Assesses items of a plan that were changed by hand once more, now with what surrounds them: the organisation's definitions
 * and the other items of the plan. Those that a rule compares with them are assessed again too, so that nobody reads of a
 * duplicate that is none any more. The items are written as they are now; the caller holds the job's row.
 */
export async function lookAgain(work: Again, positions: readonly number[]): Promise<void> {
  if (positions.length === 0) return;
  const settings = await readRuleSettings(work.sql, work.job.organisationId);
  const { index, referring } = await referencesInPlan(work);
  const circles = await index.cycles(work.sql, work.job, work.job.total);
  const known: Known = { settings, circles };
  const remarking = await findRemarkingOn(work.sql, work.job.id, positions);
  const others = new Set<number>();
  for (let start = 0; start < positions.length; start += RUN)
    for (const other of await reassess(work, positions.slice(start, start + RUN), known)) others.add(other);
  for (const other of remarking) others.add(other);
  for (const position of positions) others.delete(position);
  await reassess(work, [...others].slice(0, MOST_OTHERS), known);
  await relink(work, index, referring);
}

/** Answers the positions of those around, of which a rule may now say something else. */
async function reassess(
  { sql, job }: Again,
  positions: readonly number[],
  { settings, circles }: Known,
): Promise<number[]> {
  const subjects = await readStagedSubjects(sql, job.id, positions);
  if (subjects.length === 0) return [];
  const around = await surroundingsInPlan({ sql, job }, subjects, circles);
  const found = subjects.map((subject, index) => {
    const { position, content, findings } = subject;
    const assessment = assess(content, settings, around[index] as Surroundings);
    const others = findings.filter(({ code }) => !isOfTheRules(code));
    return { position, ...assessment, itemFindings: [...others, ...assessment.findings] };
  });
  await reassessItems(sql, job.id, found);
  return subjects.flatMap((subject, index) => compared(subject, around[index] as Surroundings));
}

/**
 * Links lead to what the plan says now: one to a term that was taken away is warned of, and one to a term that was added is not any
 * more.
 */
async function relink({ sql, job }: Again, index: ReferenceIndex, referring: readonly StagedRelations[]) {
  const open = await index.unresolved(sql, job);
  const leading = new Map<number, Set<string>>(referring.map(({ position }) => [position, new Set()]));
  for (const { position, relation } of open) leading.get(position)?.add(targetOf(relation));
  const warned = new Map(referring.map(({ position, dangling }) => [position, new Set(dangling)]));
  const fresh = open.filter(({ position, relation }) => !warned.get(position)?.has(targetOf(relation)));
  const settled = referring.flatMap(({ position, dangling }) =>
    dangling.filter((target) => !leading.get(position)?.has(target)).map((target) => ({ position, target })),
  );
  await replaceDangling(sql, job.id, settled, await warnOf(sql, job, fresh));
}

function compared({ content }: StagedSubject, { named, alike, cycles }: Surroundings): number[] {
  const others = [
    ...alike.map(({ other }) => other),
    ...namesOf(content).flatMap((name) => named.get(name) ?? []),
    ...cycles.flatMap(({ steps }) => steps),
  ];
  return others.flatMap(({ position }) => position ?? []);
}
