import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SampleDefinition } from '#db/seed/sample-definitions/sample-definition.ts';
import type { Actor } from '#domain/access.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { listItems } from '#server/batches/list-items.ts';
import { readItem } from '#server/batches/read-item.ts';
import { retryItems } from '#server/batches/retry-items.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { readDefinition } from '#server/definitions/read-definition.ts';
import { definitionOf, definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

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

const read = (id: string) => readDefinition(product.services, lead, id);

async function approvalOf(id: string) {
  const { rows } = await product.services.pool.query<{ by: string | null; at: Date | null }>(
    'SELECT approved_by AS by, approved_at AS at FROM definitions WHERE id = $1',
    [id],
  );
  return rows[0];
}

/** How a plan turned out: decisions and reasons, in the order of the items. */
async function planOf(jobId: string): Promise<string[]> {
  const { rows } = await product.services.pool.query<{ said: string }>(
    `SELECT decision || ' ' || reason AS said FROM job_items WHERE job_id = $1 ORDER BY position`,
    [jobId],
  );
  return rows.map(({ said }) => said);
}

async function reasonsOf(jobId: string): Promise<string[]> {
  const { rows } = await product.services.pool.query<{ reason: string }>(
    'SELECT reason FROM definition_versions WHERE job_id = $1 ORDER BY reason',
    [jobId],
  );
  return rows.map(({ reason }) => reason);
}

/** In review; what the gate says of it: nothing, that it uses its own term (needs a reason), that it has no legal basis (blocked). */
const passing = (term: string) =>
  definitionOf(term, { status: 'review', definition: 'zaak die in een proef wordt gebruikt' });
const doubtful = (term: string) => definitionOf(term, { status: 'review' });
const blocked = (term: string) => definitionOf(term, { status: 'review', legalBasis: [] });

describe('setting fields of a selection', () => {
  it('writes a new version of what changes, with the reason, and leaves the rest alone', async () => {
    const ids = await drive.store([
      ...definitionsOf('velden', 30),
      ...definitionsOf('velden al zo', 5, { classification: 'openbaar', chainPartners: ['DJI'] }),
    ]);
    const jobId = await drive.update(
      { ids },
      {
        set: { classification: 'openbaar', chainPartners: { add: ['DJI', 'dji'] }, explanation: null },
        reason: 'openbaar gemaakt',
      },
    );
    expect(await product.until(jobId, 'completed')).toMatchObject({ succeeded: 30, unchanged: 5, failed: 0 });
    expect(await read(ids[0] as string)).toMatchObject({
      classification: 'openbaar',
      chainPartners: ['DJI'],
      version: 2,
    });
    expect(await read(ids[34] as string)).toMatchObject({ version: 1 });
    const { rows } = await product.services.pool.query(
      'SELECT DISTINCT reason FROM definition_versions WHERE job_id = $1',
      [jobId],
    );
    expect(rows).toEqual([{ reason: 'openbaar gemaakt' }]);
  });

  it('adds to lists and takes from them, whatever the capitals', async () => {
    const ids = await drive.store([definitionOf('lijsten', { organisationalContext: ['Rechtspraak', 'OM'] })]);
    const jobId = await drive.update(
      { ids },
      {
        set: { organisationalContext: { add: ['DJI'], remove: ['om'] }, legalBasis: ['art. 1 Sr'] },
      },
    );
    await product.until(jobId, 'completed');
    expect(await read(ids[0] as string)).toMatchObject({
      organisationalContext: ['Rechtspraak', 'DJI'],
      legalBasis: ['art. 1 Sr'],
    });
  });

  it('shows a plan first, with both sides of each item, and does nothing when it is rejected', async () => {
    const ids = await drive.store(definitionsOf('voorvertoond', 3));
    const before = await drive.contents();
    const jobId = await drive.update({ ids }, { set: { classification: 'vertrouwelijk' }, confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    expect((await drive.job(jobId)).plan).toEqual({ update: 3 });
    const { incoming, current } = await readItem(product.services, lead, jobId, 0);
    expect([current?.classification, incoming?.classification]).toEqual(['intern', 'vertrouwelijk']);
    await confirmPlan(product.services, lead, jobId, { decision: 'reject' });
    expect(await drive.contents()).toEqual(before);
  });

  it('leaves what is established or archived as it is; an established one may become a draft by hand', async () => {
    const contents = [
      definitionOf('rust a', { status: 'archived' }),
      definitionOf('rust b', { status: 'established' }),
      definitionOf('rust c'),
      definitionOf('rust d', { status: 'established' }),
    ];
    const ids = await drive.store(contents);
    const jobId = await drive.update({ ids }, { set: { explanation: 'Nieuw.' }, confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    expect(await planOf(jobId)).toEqual([
      'conflict archived',
      'conflict established',
      'update content_differs',
      'conflict established',
    ]);
    await confirmPlan(product.services, lead, jobId, {
      decision: 'apply',
      overrides: [{ position: 1, decision: 'new_version' }],
    });
    expect(await product.until(jobId, 'completed')).toMatchObject({ succeeded: 2, skipped: 2 });
    expect(await read(ids[1] as string)).toMatchObject({ status: 'draft', explanation: 'Nieuw.' });
    expect(await read(ids[3] as string)).toMatchObject({ status: 'established', explanation: null });
  });

  it('refuses a validity that ends before it begins', async () => {
    const ids = await drive.store([definitionOf('geldig', { validFrom: '2026-01-01' }), definitionOf('geldig ook')]);
    const jobId = await drive.update({ ids }, { set: { validUntil: '2025-12-31' } });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 1, 'failed validity_reversed': 1 });
  });

  it('fails what somebody deleted or changed meanwhile, and nothing else', async () => {
    const ids = await drive.store(definitionsOf('tussendoor', 4));
    const jobId = await drive.update({ ids }, { set: { explanation: 'Later.' }, confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    await drive.editAll([ids[0] as string]);
    await product.until(await drive.direct('delete', { ids: [ids[1] as string] }), 'completed');
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 2, 'failed stale_version': 2 });
    // Decided anew, the one that was changed goes through and the one that is gone says so.
    const retried = await retryItems(product.services, lead, jobId, { items: 'failed' });
    const retryId = retried.jobs[0]?.id as string;
    await product.until(retryId, 'awaiting_confirmation');
    expect(await planOf(retryId)).toEqual(['update content_differs', 'invalid definition_gone']);
    await confirmPlan(product.services, lead, retryId, { decision: 'apply' });
    await product.until(retryId, 'completed_with_errors');
    expect(await drive.outcomes(retryId)).toEqual({ succeeded: 1, 'failed definition_gone': 1 });
  });
});

describe('identities that meet', () => {
  const at = (context: string): Partial<SampleDefinition> => ({ organisationalContext: [context] });

  it('keeps a definition that would become another one as it is, also when both are in the selection', async () => {
    const [taken] = await drive.store([definitionOf('zelfde', at('DJI'))]);
    const ids = await drive.store([
      definitionOf('zelfde', at('OM')),
      definitionOf('tweeling', at('OM')),
      definitionOf('tweeling', at('ZM')),
    ]);
    const jobId = await drive.update({ ids }, { set: { organisationalContext: ['DJI'] } });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 1, 'failed identity_taken': 2 });
    expect(await read(taken as string)).toMatchObject({ version: 1 });
  });

  it('is found out also when the identity is taken between plan and confirmation', async () => {
    const ids = await drive.store([definitionOf('te laat', at('OM')), definitionOf('op tijd', at('OM'))]);
    const jobId = await drive.update({ ids }, { set: { organisationalContext: ['NFI'] }, confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    await drive.store([definitionOf('te laat', at('NFI'))]);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 1, 'failed identity_taken': 1 });
  });

  it('is looked at again when an archived definition comes back', async () => {
    const ids = await drive.store([definitionOf('terug uit archief', { status: 'archived' })]);
    await drive.store([definitionOf('terug uit archief')]);
    const jobId = await drive.update({ ids }, { status: 'draft' });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ 'failed identity_taken': 1 });
  });
});

describe('bringing a selection to another status', () => {
  it('makes three piles: passes, needs a reason, blocked', async () => {
    const ids = await drive.store([
      blocked('stapel a'),
      doubtful('stapel b'),
      passing('stapel c'),
      definitionOf('stapel d'),
    ]);
    const jobId = await drive.update({ ids }, { status: 'established', confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    expect(await planOf(jobId)).toEqual([
      'invalid gate_blocked',
      'conflict gate_needs_reason',
      'update gate_passed',
      'invalid transition_not_allowed',
    ]);
    const blockedOnes = { limit: 10, reason: ['gate_blocked' as const, 'transition_not_allowed' as const] };
    const { items, total } = await listItems(product.services, lead, jobId, blockedOnes);
    expect([total, items.map(({ term }) => term)]).toEqual([2, ['stapel a', 'stapel d']]);
    const objections = (await readItem(product.services, lead, jobId, 0)).findings.map(({ code }) => code);
    expect(objections.slice(0, 2)).toEqual(['gate_critical', 'gate_serious']);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({
      succeeded: 1,
      skipped: 1,
      'failed gate_critical': 1,
      'failed transition_not_allowed': 1,
    });
    expect(await read(ids[2] as string)).toMatchObject({ status: 'established' });
    expect(await approvalOf(ids[2] as string)).toMatchObject({ by: lead.id, at: expect.any(Date) });
    expect(await approvalOf(ids[1] as string)).toEqual({ by: null, at: null });
  });

  it('takes the doubtful ones along for one reason, which stays with each of them', async () => {
    const ids = await drive.store([doubtful('met reden a'), passing('met reden b'), blocked('met reden c')]);
    const jobId = await drive.update(
      { ids },
      {
        status: 'established',
        reason: 'oplevering',
        overrideReason: 'de term kan niet anders',
      },
    );
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 2, 'failed gate_critical': 1 });
    expect(await reasonsOf(jobId)).toEqual(['oplevering', 'oplevering – de term kan niet anders']);
  });

  it('takes along what a person lets through while confirming, one by one or all, only for a reason', async () => {
    const ids = await drive.store(['a', 'b', 'c'].map((letter) => doubtful(`bij bevestiging ${letter}`)));
    const jobId = await drive.update({ ids }, { status: 'established', reason: 'oplevering', confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    const overrides = [{ position: 1, decision: 'update' as const }];
    for (const reason of [undefined, ' ']) {
      const confirmed = confirmPlan(product.services, lead, jobId, {
        decision: 'apply',
        overrides,
        ...(reason ? { reason } : {}),
      });
      await expect(confirmed).rejects.toMatchObject({
        code: 'invalid_request',
        errors: [{ path: 'overrides.0', code: 'override_needs_reason' }],
      });
    }
    const skip = [{ position: 0, decision: 'skip' as const }];
    const overrideReason = 'zo afgesproken';
    const job = await confirmPlan(product.services, lead, jobId, {
      decision: 'apply',
      overrides: skip,
      overrideReason,
    });
    expect(job.plan).toEqual({ skip: 1, update: 2 });
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 2, skipped: 1 });
    expect(await reasonsOf(jobId)).toEqual(['oplevering – zo afgesproken', 'oplevering – zo afgesproken']);
  });

  it('lets single ones through for the reason of the confirmation', async () => {
    const ids = await drive.store([doubtful('enkele a'), doubtful('enkele b')]);
    const jobId = await drive.update({ ids }, { status: 'established', reason: 'oplevering', confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    const overrides = [{ position: 1, decision: 'update' as const }];
    await confirmPlan(product.services, lead, jobId, { decision: 'apply', overrides, reason: 'deze wel' });
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 1, skipped: 1 });
    expect(await reasonsOf(jobId)).toEqual(['oplevering – deze wel']);
    expect(await approvalOf(ids[1] as string)).toMatchObject({ by: lead.id });
  });

  it('keeps the approval in the archive and forgets it at the drawing board', async () => {
    const ids = await drive.store([passing('levensloop')]);
    const [id] = ids as [string];
    for (const status of ['established', 'archived'] as const) {
      await product.until(await drive.update({ ids }, { status }), 'completed');
      expect(await approvalOf(id)).toMatchObject({ by: lead.id });
    }
    await product.until(
      await drive.update({ ids }, { status: 'draft', set: { explanation: 'Weer open.' } }),
      'completed',
    );
    expect(await approvalOf(id)).toEqual({ by: null, at: null });
    expect(await read(id)).toMatchObject({ status: 'draft', explanation: 'Weer open.', version: 4 });
  });
});

describe('how a change handles errors', () => {
  const mixed = (name: string): DefinitionContent[] => [
    ...definitionsOf(name, 5, { status: 'review', definition: 'zaak die in een proef wordt gebruikt' }),
    blocked(`${name} x`),
  ];

  it('writes nothing when all or nothing is asked and one is blocked', async () => {
    const ids = await drive.store(mixed('alles of niets'));
    const before = await drive.contents();
    const jobId = await drive.update({ ids }, { status: 'established', onError: 'all_or_nothing' });
    await product.until(jobId, 'failed');
    expect(await drive.contents()).toEqual(before);
  });

  it('writes nothing in a dry run and says what would be', async () => {
    const ids = await drive.store(mixed('proefdraai'));
    const before = await drive.contents();
    const jobId = await drive.update({ ids }, { status: 'established', onError: 'collect' });
    expect(await product.until(jobId, 'completed_with_errors')).toMatchObject({ skipped: 5, failed: 1 });
    expect(await drive.contents()).toEqual(before);
  });
});

describe('taking a change back', () => {
  it('gives everything its content, status and approval again', async () => {
    const ids = await drive.store([...definitionsOf('heen en terug', 45), passing('heen en terug ook')]);
    await product.until(await drive.update({ ids: ids.slice(45) }, { status: 'established' }), 'completed');
    const before = await drive.contents();
    const jobId = await drive.update({ ids }, { status: 'archived' });
    await product.until(jobId, 'completed');
    expect(await drive.contents()).not.toEqual(before);
    const preview = await undoJob(product.services, lead, jobId, { dryRun: true });
    expect(preview).toMatchObject({ reversed: 46, kept: 0, failed: 0, items: [] });
    await undoJob(product.services, lead, jobId, {});
    expect(await product.until(jobId, 'rolled_back')).toMatchObject({ rolledBack: 46 });
    expect(await drive.contents()).toEqual(before);
  });

  it('keeps what was edited since, and says beforehand which and why', async () => {
    const ids = await drive.store(definitionsOf('drie emmers', 4));
    const jobId = await drive.update({ ids }, { set: { organisationalContext: ['CJIB'] } });
    await product.until(jobId, 'completed');
    await drive.editAll([ids[1] as string]);
    // Its old identity is taken: it cannot go back.
    await drive.store([definitionOf('drie emmers 0002')]);
    const expected = { reversed: 2, kept: 1, failed: 1 };
    const preview = await undoJob(product.services, lead, jobId, { dryRun: true });
    expect(preview).toMatchObject({
      ...expected,
      items: [
        { position: 1, definitionId: ids[1], code: 'edited_since' },
        { position: 2, definitionId: ids[2], code: 'identity_taken' },
      ],
    });
    await undoJob(product.services, lead, jobId, {});
    await product.until(jobId, 'rolled_back');
    expect(await drive.outcomes(jobId)).toEqual({
      rolled_back: 2,
      'rollback_conflict edited_since': 1,
      'rollback_conflict identity_taken': 1,
    });
  });

  it('is possible while it waits for its confirmation: then nothing was written', async () => {
    const ids = await drive.store(definitionsOf('nog niets', 3));
    const before = await drive.contents();
    const jobId = await drive.update({ ids }, { set: { explanation: 'Nee.' }, confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    await cancelJob(product.services, lead, jobId, { keep: false });
    await product.until(jobId, 'rolled_back');
    expect(await drive.contents()).toEqual(before);
  });
});
