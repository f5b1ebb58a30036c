import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OverrideInput } from '#contract/jobs.ts';
import type { Actor } from '#domain/access.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { definitionFile } from '#domain/definition-file.ts';
import type { ConflictStrategy, Decision } from '#domain/plan.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { previewPlan } from '#server/batches/preview-plan.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { definitionOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

/** What a plan promises, whatever is there and whatever comes in. */

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

/** Each run drives whole jobs; a few of them with many kinds of items say more than many with few. */
const RUNS = { numRuns: 4 };
const CONTEXT = { field: 'legalContext', value: 'Jeugdstrafrecht' } as const;

/** How an incoming record stands to what is there. */
const KINDS = ['new', 'same', 'changed', 'cleared', 'partial', 'established', 'stale', 'invalid', 'twice'] as const;
type Kind = (typeof KINDS)[number];

const kinds = fc.array(fc.constantFrom(...KINDS), { minLength: 3, maxLength: 14 });
const strategy = fc.constantFrom<ConflictStrategy>('skip', 'overwrite', 'new_version', 'keep_both', 'fail');

const wishes = fc.array(
  fc.oneof(
    fc.record({
      filter: fc.constantFrom<{ decision?: Decision }>({}, { decision: 'conflict' }, { decision: 'update' }),
      decision: fc.constantFrom('skip' as const, 'new_version' as const, 'as_planned' as const),
    }),
    fc.constant({ filter: {}, decision: 'keep_both' as const, context: CONTEXT }),
  ),
  { maxLength: 3 },
);

type Record = { name: string; text: string };

let scenes = 0;

/** Puts definitions there and answers the files that come in about them. */
async function scene(wanted: readonly Kind[]): Promise<Record[]> {
  const tag = `eigenschap ${scenes++}`;
  const contents = wanted.map((kind, at) => ({
    ...definitionOf(`${tag} nummer ${String(at).padStart(2, '0')}`),
    explanation: 'een toelichting die er al was',
    status: kind === 'established' ? ('established' as const) : ('draft' as const),
  }));
  const there = contents.flatMap((content, at) =>
    ['new', 'invalid', 'twice'].includes(wanted[at] ?? '') ? [] : [{ content, at }],
  );
  const stored = await drive.store(there.map(({ content }) => content));
  const ids = new Map(there.map(({ at }, index) => [at, stored[index] as string]));
  await drive.editAll([...ids].filter(([at]) => wanted[at] === 'stale').map(([, id]) => id));
  return contents.flatMap((content, at) => filesAbout(content, wanted[at] as Kind, at, ids.get(at)));
}

function filesAbout(content: DefinitionContent, kind: Kind, at: number, id: string | undefined): Record[] {
  const whole = definitionFile(content);
  const identity = { term: whole.term, category: whole.category, organisationalContext: whole.organisationalContext };
  const contexts = { legalContext: whole.legalContext, legalBasis: whole.legalBasis };
  const definition = `${content.definition}, herzien`;
  const record = {
    new: whole,
    same: whole,
    twice: whole,
    changed: { ...whole, definition },
    cleared: { ...whole, explanation: null, synonyms: [] },
    // It says nothing of its status either: that of a draft that follows is nobody's to state from a file.
    partial: { ...identity, ...contexts, definition },
    established: { ...identity, ...contexts, definition },
    stale: { ...whole, definition, id, version: 1 },
    invalid: { definition: 'zonder begrip' },
  }[kind];
  const names = kind === 'twice' ? [`${at}-a.json`, `${at}-b.json`] : [`${at}.json`];
  return names.map((name) => ({ name, text: JSON.stringify(record) }));
}

async function planned(records: readonly Record[], conflict: ConflictStrategy): Promise<string> {
  // An archive is read in the order of its entries.
  const files = Object.fromEntries(
    records.map(({ name, text }, at) => [`${String(at).padStart(3, '0')}-${name}`, text]),
  );
  const context = conflict === 'keep_both' ? { context: CONTEXT } : {};
  const jobId = await drive.import(await drive.upload(files), { conflict, confirm: true, ...context });
  await product.until(jobId, 'awaiting_confirmation');
  return jobId;
}

type Row = {
  term: string | null;
  decision: Decision;
  reason: string;
  definitionId: string | null;
  baseVersion: number | null;
  hash: string | null;
};

/** The stored plan, item by item. */
async function planOf(jobId: string): Promise<Row[]> {
  const { rows } = await product.services.pool.query<Row>(
    `SELECT i.term, i.decision, i.reason, i.definition_id AS "definitionId", i.base_version AS "baseVersion",
       c.image ->> 'content_hash' AS hash
     FROM job_items i JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     WHERE i.job_id = $1 ORDER BY i.position`,
    [jobId],
  );
  return rows;
}

type Stored = { id: string; version: number; hash: string };

async function storedNow(): Promise<Map<string, Stored>> {
  const { rows } = await product.services.pool.query<Stored>(
    'SELECT id, version, content_hash AS hash FROM definitions WHERE organisation_id = $1 AND deleted_at IS NULL',
    [lead.organisationId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function apply(jobId: string, overrides: OverrideInput[] = []) {
  await confirmPlan(product.services, lead, jobId, { decision: 'apply', overrides });
  return product.until(jobId, 'completed', 'completed_with_errors');
}

describe('whatever is there and whatever comes in', () => {
  it('what the plan says is what the database shows, with the overrides in it', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, strategy, wishes, async (wanted, conflict, overrides) => {
        const jobId = await planned(await scene(wanted), conflict);
        const before = await storedNow();
        const preview = await previewPlan(product.services, lead, jobId, { overrides });
        await apply(jobId, overrides);
        const plan = await planOf(jobId);
        expect(
          Object.fromEntries(
            Map.groupBy(plan, ({ decision }) => decision)
              .entries()
              .map(([name, { length }]) => [name, length]),
          ),
        ).toEqual(preview.plan);
        expect(preview.changedSince.count).toBe(0);
        const expected = new Map(before);
        for (const { decision, definitionId, baseVersion, hash } of plan) {
          if (!definitionId || !hash) continue;
          if (decision === 'new') expected.set(definitionId, { id: definitionId, version: 1, hash });
          if (decision === 'update' || decision === 'new_version')
            expected.set(definitionId, { id: definitionId, version: (baseVersion ?? 0) + 1, hash });
        }
        expect(await storedNow()).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('the same again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, strategy, async (wanted, conflict) => {
        const records = await scene(wanted);
        await apply(await planned(records, conflict));
        const before = await storedNow();
        const again = await planned(records, conflict === 'keep_both' ? 'skip' : conflict);
        for (const { decision } of await planOf(again))
          expect(['unchanged', 'duplicate', 'invalid', 'conflict']).toContain(decision);
        expect(await apply(again)).toMatchObject({ succeeded: 0 });
        expect(await storedNow()).toEqual(before);
      }),
      RUNS,
    );
  });

  it('undo brings back what was there', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, strategy, wishes, async (wanted, conflict, overrides) => {
        const records = await scene(wanted);
        const before = await drive.contents();
        const jobId = await planned(records, conflict);
        const { succeeded } = await apply(jobId, overrides);
        const undone = await undoJob(product.services, lead, jobId, {});
        await product.until(jobId, 'rolled_back');
        expect(undone).toMatchObject({ reversed: succeeded, kept: 0, failed: 0 });
        expect(await drive.contents()).toEqual(before);
      }),
      RUNS,
    );
  });

  it('another order of the same records is the same plan', async () => {
    const shuffled = kinds.chain((wanted) => fc.tuple(fc.constant(wanted), fc.infiniteStream(fc.nat())));
    await fc.assert(
      fc.asyncProperty(shuffled, strategy, async ([wanted, numbers], conflict) => {
        const records = await scene(wanted);
        const other = records
          .map((record) => ({ record, at: numbers.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ record }) => record);
        const said = async (list: readonly Record[]) => {
          const jobId = await planned(list, conflict);
          const rows = await planOf(jobId);
          await confirmPlan(product.services, lead, jobId, { decision: 'reject' });
          return rows.map(({ term, decision, reason, hash }) => `${term} ${decision} ${reason} ${hash}`).sort();
        };
        expect(await said(other)).toEqual(await said(records));
      }),
      RUNS,
    );
  });
});
