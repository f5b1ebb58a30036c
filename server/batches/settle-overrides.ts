import type { OverrideInput } from '#contract/jobs.ts';
import type { Sql } from '#db/client.ts';
import { identityKey } from '#db/content-hash.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import {
  findOverridable,
  findOverridableBy,
  findTakenKeys,
  type Overridable,
  readIdentities,
} from '#db/queries/override-items.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { type FieldError, Problem } from '#domain/errors.ts';
import { inOtherContext, type OtherContext } from '#domain/keep-both.ts';
import { CHOICES, type Choice, type Decision, decisionOf, mayOverride, overrideNeedsReason } from '#domain/plan.ts';

/** What becomes of one item by the wishes of a person. */
export type SettledItem = Overridable & {
  choice: Choice;
  context?: OtherContext | undefined;
  /** The place in the list of the override that decides it. */
  by: number;
  /** Cannot be kept beside the other: there is one in that context as well. It becomes a conflict, not what was planned. */
  refused: boolean;
};

export type Settled = {
  /** By position; items that stay as planned are not in it. */
  items: Map<number, SettledItem>;
  /** Those that overrule the gate, which takes a reason. */
  needsReason: readonly SettledItem[];
};

type Job = Pick<JobRow, 'id' | 'organisationId' | 'clearance' | 'operation'>;

/**
 * Works out what overrides come to, in their order: of those that are about an item and exist for it the last one wins. A
 * filter takes what it can; a single item that cannot become so is a mistake of whoever asks. Writes nothing.
 * @throws Problem `invalid_request`
 */
export async function settleOverrides(sql: Sql, job: Job, wanted: readonly OverrideInput[]): Promise<Settled> {
  const items = new Map<number, SettledItem>();
  const single = await itemsByPosition(sql, job, wanted);
  const errors: FieldError[] = [];
  const decided = new Set<number>();
  for (const [by, override] of wanted.entries()) {
    if ('filter' in override) {
      const { decision: choice, filter, context } = override;
      for (const item of await findOverridableBy(sql, job.id, filter)) {
        if (choice === 'as_planned') items.delete(item.position);
        else if (exists(job, item, choice)) items.set(item.position, { ...item, choice, context, by, refused: false });
      }
      continue;
    }
    const { position, decision: choice, context } = override;
    const item = single.get(position);
    const error = decided.has(position) ? decidedTwice(position) : refusalOf(job, item, override);
    decided.add(position);
    if (error) errors.push({ path: `overrides.${by}`, ...error });
    else if (item && isChoice(choice)) items.set(position, { ...item, choice, context, by, refused: false });
    else items.delete(position);
  }
  if (errors.length > 0) throw new Problem('invalid_request', {}, errors);
  await refuseTaken(sql, job, items);
  const needsReason = [...items.values()].filter(({ reason, choice }) => overrideNeedsReason(reason, choice));
  return { items, needsReason };
}

/** What an item will be. */
export function settledDecision({ choice, refused }: SettledItem): Decision {
  return refused ? 'conflict' : decisionOf(choice);
}

async function itemsByPosition(sql: Sql, { id }: Job, wanted: readonly OverrideInput[]) {
  const positions = wanted.flatMap((override) => ('position' in override ? [override.position] : []));
  const found = positions.length > 0 ? await findOverridable(sql, id, positions) : [];
  return new Map(found.map((item) => [item.position, item]));
}

function isChoice(decision: string): decision is Choice {
  return CHOICES.some((choice) => choice === decision);
}

/** Only an import brings something that can be kept beside what is there. */
function exists({ operation }: Pick<Job, 'operation'>, { decision, reason }: Overridable, to: Choice): boolean {
  return mayOverride(decision, reason, to) && (to !== 'keep_both' || operation === 'import');
}

type Refusal = Pick<FieldError, 'code' | 'message'>;

function decidedTwice(position: number): Refusal {
  return { code: 'decided_twice', message: `Item ${position} is decided twice` };
}

function refusalOf(
  job: Job,
  item: Overridable | undefined,
  { position, decision }: Extract<OverrideInput, { position: number }>,
): Refusal | null {
  if (!item) return { code: 'no_such_item', message: `There is no item ${position}` };
  if (decision === 'as_planned' || (isChoice(decision) && exists(job, item, decision))) return null;
  return {
    code: 'override_not_allowed',
    message: `Item ${position} is ${item.decision} and cannot become ${decision}`,
  };
}

/** Marks those whose identity in the other context belongs to a definition, or to an item that is written before them. */
async function refuseTaken(
  sql: Sql,
  { id: jobId, organisationId, clearance }: Job,
  items: Map<number, SettledItem>,
): Promise<void> {
  const kept = [...items.values()].filter(({ choice }) => choice === 'keep_both').map(({ position }) => position);
  if (kept.length === 0) return;
  const keys = new Map<number, string>();
  for (const { position, identity } of await readIdentities(sql, jobId, kept)) {
    const context = items.get(position)?.context;
    if (context) keys.set(position, identityKey(inOtherContext(identity as DefinitionContent, context)));
  }
  const taken = await findTakenKeys(sql, { jobId, organisationId, clearance, keys: [...keys.values()] });
  const planned = await decisionsOf(sql, jobId, taken);
  const gone = new Set(
    taken
      .filter(({ position }) => position === null || writes(items.get(position), planned.get(position)))
      .map(({ key }) => key),
  );
  for (const position of kept) {
    const key = keys.get(position);
    const item = items.get(position) as SettledItem;
    if (key === undefined || gone.has(key)) items.set(position, { ...item, refused: true });
    else gone.add(key);
  }
}

async function decisionsOf(sql: Sql, jobId: string, taken: readonly { position: number | null }[]) {
  const positions = taken.flatMap(({ position }) => position ?? []);
  const found = positions.length > 0 ? await findOverridable(sql, jobId, positions) : [];
  return new Map(found.map(({ position, decision }) => [position, decision]));
}

/** Whether an item of the plan will be written under the identity it has. */
function writes(item: SettledItem | undefined, planned: Decision | undefined): boolean {
  if (item?.choice === 'keep_both') return false;
  const decision = item ? decisionOf(item.choice) : planned;
  return decision === 'new' || decision === 'update' || decision === 'new_version';
}
