import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { housekeep } from '#server/engine/housekeep.ts';
import { definitionOf, definitionsOf, driveJobs, fileOf, filesOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { holdItem, startHeld } from '#server/testing/hold.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { cancelJob } from './cancel-job.ts';
import { confirmPlan } from './confirm-plan.ts';
import { previewPlan } from './preview-plan.ts';
import { readItem } from './read-item.ts';
import { readPlanChoices } from './read-plan-choices.ts';
import { retryItems } from './retry-items.ts';

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

const rewritten = (content: DefinitionContent) => ({ ...content, definition: `${content.definition}, herzien` });

async function planned(files: Record<string, string>, options: Parameters<typeof drive.import>[1] = {}) {
  const jobId = await drive.import(await drive.upload(files), { ...options, confirm: true });
  await product.until(jobId, 'awaiting_confirmation');
  return jobId;
}

describe('a plan', () => {
  it('has every decision with its reason, and both sides of each item', async () => {
    const [same, other, fixed, stale] = definitionsOf('beslissing', 4) as [
      DefinitionContent,
      DefinitionContent,
      DefinitionContent,
      DefinitionContent,
    ];
    const ids = await drive.store([same, other, { ...fixed, status: 'established' }, stale]);
    await drive.editAll([ids[3] as string]);
    const files = {
      'a.json': fileOf(same),
      'b.json': fileOf(rewritten(other)),
      'c.json': fileOf(rewritten({ ...fixed, status: 'established' })),
      'd.json': fileOf(rewritten(stale), { id: ids[3] as string, version: 1 }),
      'e.json': fileOf(definitionOf('beslissing nieuw')),
      'f.json': fileOf({ ...definitionOf('Beslissing  nieuw.'), definition: 'een andere tekst over hetzelfde' }),
      'g.json': '{"definition": "zonder begrip"}',
    };
    const jobId = await planned(files);
    expect((await drive.job(jobId)).plan).toEqual({
      unchanged: 1,
      update: 1,
      conflict: 2,
      new: 1,
      duplicate: 1,
      invalid: 1,
    });
    const decided = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((at) => readItem(product.services, lead, jobId, at)));
    expect(decided.map(({ decision, reason }) => `${decision} ${reason}`)).toEqual([
      'unchanged same_content',
      'update content_differs',
      'conflict established',
      'conflict changed_since_export',
      'new not_there_yet',
      'duplicate twice_in_upload',
      'invalid has_errors',
    ]);
    expect(decided[1]?.current?.definition).toBe(other.definition);
    expect(decided[1]?.incoming?.definition).toBe(rewritten(other).definition);
    expect(decided[5]?.findings).toContainEqual(
      expect.objectContaining({ code: 'duplicate_in_upload', params: { item: 5 } }),
    );
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 2, unchanged: 1, skipped: 3, 'failed term_missing': 1 });
  });

  it('names the item that one with the same id repeats', async () => {
    const id = crypto.randomUUID();
    const files = {
      'a.json': fileOf(definitionOf('eerste naam'), { id }),
      'b.json': fileOf(definitionOf('tweede naam'), { id }),
    };
    const jobId = await planned(files);
    const item = await readItem(product.services, lead, jobId, 1);
    expect(item).toMatchObject({ decision: 'duplicate', reason: 'twice_in_upload' });
    expect(item.findings).toContainEqual(expect.objectContaining({ code: 'duplicate_in_upload', params: { item: 1 } }));
    await confirmPlan(product.services, lead, jobId, { decision: 'reject' });
  });

  it('writes a definition once when two items are about it, one by id and one by identity', async () => {
    const content = definitionOf('tweemaal geraakt');
    const [id] = (await drive.store([content])) as [string];
    const files = {
      'a.json': fileOf({ ...content, term: 'tweemaal geraakt en hernoemd' }, { id }),
      'b.json': fileOf(rewritten(content)),
    };
    const jobId = await planned(files);
    expect((await drive.job(jobId)).plan).toEqual({ update: 1, duplicate: 1 });
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    expect(await product.until(jobId, 'completed')).toMatchObject({ succeeded: 1, skipped: 1 });
  });

  it('is confirmed by one of many people who confirm it at once; the others hear what it is now', async () => {
    const jobId = await planned(filesOf(definitionsOf('tegelijk', 10)));
    const people = await Promise.all([1, 2, 3].map(() => product.person('lead')));
    const answers = await Promise.allSettled(
      [...people, lead].map((person) => confirmPlan(product.services, person, jobId, { decision: 'apply' })),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected').map((answer) => answer.reason);
    expect(refused).toHaveLength(3);
    for (const problem of refused) expect(problem).toMatchObject({ code: 'wrong_state' });
    expect(await product.until(jobId, 'completed')).toMatchObject({ succeeded: 10 });
    const { rows } = await product.services.pool.query(
      `SELECT count(*)::int AS count FROM audit_entries WHERE job_id = $1 AND action = 'job.confirm'`,
      [jobId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('can be rejected, and nothing is written', async () => {
    const before = await drive.contents();
    const jobId = await planned(filesOf(definitionsOf('afgewezen', 5)));
    const job = await confirmPlan(product.services, lead, jobId, { decision: 'reject', reason: 'verkeerd bestand' });
    expect(job).toMatchObject({ status: 'cancelled', cancelled: 5 });
    expect(await drive.contents()).toEqual(before);
  });

  it('expires when nobody decides, and can no longer be confirmed', async () => {
    const jobId = await planned(filesOf(definitionsOf('verlopen', 5)));
    await product.services.pool.query(`UPDATE jobs SET confirm_before = now() - interval '1 second' WHERE id = $1`, [
      jobId,
    ]);
    await housekeep(product.engine);
    expect(await drive.job(jobId)).toMatchObject({ status: 'expired', cancelled: 5 });
    await expect(confirmPlan(product.services, lead, jobId, { decision: 'apply' })).rejects.toMatchObject({
      code: 'wrong_state',
      params: { status: 'expired' },
    });
  });
});

describe('a decision by hand', () => {
  it('is carried out instead of the planned one', async () => {
    const contents = definitionsOf('met de hand', 5);
    const [fixed, stale, plain, fresh] = contents as [
      DefinitionContent,
      DefinitionContent,
      DefinitionContent,
      DefinitionContent,
    ];
    const ids = await drive.store([{ ...fixed, status: 'established' }, stale, plain]);
    await drive.editAll([ids[1] as string]);
    const files = {
      'a.json': fileOf(rewritten({ ...fixed, status: 'established' })),
      'b.json': fileOf(rewritten(stale), { id: ids[1] as string, version: 1 }),
      'c.json': fileOf(rewritten(plain)),
      'd.json': fileOf(fresh),
    };
    const jobId = await planned(files, { conflict: 'fail' });
    const overrides = [
      { position: 0, decision: 'new_version' as const },
      { position: 1, decision: 'update' as const },
      { position: 2, decision: 'skip' as const },
    ];
    const job = await confirmPlan(product.services, lead, jobId, { decision: 'apply', overrides });
    expect(job.plan).toEqual({ new_version: 1, update: 1, skip: 1, new: 1 });
    expect(await product.until(jobId, 'completed')).toMatchObject({ succeeded: 3, skipped: 1, failed: 0 });
    const { rows } = await product.services.pool.query(
      'SELECT version, status, definition FROM definitions WHERE id = ANY ($1::uuid[]) ORDER BY term',
      [ids],
    );
    expect(rows).toEqual([
      { version: 2, status: 'draft', definition: rewritten(fixed).definition },
      { version: 3, status: 'draft', definition: rewritten(stale).definition },
      { version: 1, status: 'draft', definition: plain.definition },
    ]);
  });

  it('that does not exist for an item is refused as a whole, and the plan still waits', async () => {
    const [fixed, plain] = definitionsOf('mag niet', 2) as [DefinitionContent, DefinitionContent];
    await drive.store([{ ...fixed, status: 'established' }]);
    const jobId = await planned({
      'a.json': fileOf(rewritten({ ...fixed, status: 'established' })),
      'b.json': fileOf(plain),
    });
    const overrides = [
      { position: 0, decision: 'update' as const },
      { position: 1, decision: 'skip' as const },
      { position: 7, decision: 'skip' as const },
    ];
    await expect(confirmPlan(product.services, lead, jobId, { decision: 'apply', overrides })).rejects.toMatchObject({
      code: 'invalid_request',
      errors: [
        { path: 'overrides.0', code: 'override_not_allowed' },
        { path: 'overrides.2', code: 'no_such_item' },
      ],
    });
    const twice = [
      { position: 1, decision: 'skip' as const },
      { position: 1, decision: 'skip' as const },
    ];
    await expect(
      confirmPlan(product.services, lead, jobId, { decision: 'apply', overrides: twice }),
    ).rejects.toMatchObject({ code: 'invalid_request', errors: [{ path: 'overrides.1', code: 'decided_twice' }] });
    expect(await drive.job(jobId)).toMatchObject({ status: 'awaiting_confirmation', plan: { conflict: 1, new: 1 } });
    await confirmPlan(product.services, lead, jobId, { decision: 'reject' });
  });
});

describe('a decision over everything that a filter shows', () => {
  const context = { field: 'organisationalContext', value: 'Reclassering' } as const;

  it('takes what can become so, in the order of the list; the preview says the same before', async () => {
    const contents = definitionsOf('bij filter', 30);
    await drive.store(
      contents.slice(0, 20).map((one, at) => ({ ...one, ...(at < 5 ? { status: 'established' as const } : {}) })),
    );
    const files = filesOf(
      contents.map((one, at) => ({ ...rewritten(one), ...(at < 5 ? { status: 'established' as const } : {}) })),
    );
    const jobId = await planned(files);
    expect((await drive.job(jobId)).plan).toEqual({ conflict: 5, update: 15, new: 10 });
    const overrides = [
      { filter: {}, decision: 'skip' as const },
      { filter: { reason: ['established' as const] }, decision: 'new_version' as const },
      { filter: { decision: 'update' as const }, decision: 'as_planned' as const },
      { position: 0, decision: 'as_planned' as const },
      { filter: { q: 'filter 0007' }, decision: 'skip' as const },
    ];
    const preview = await previewPlan(product.services, lead, jobId, { overrides });
    expect(preview).toMatchObject({
      plan: { conflict: 1, new_version: 4, update: 14, skip: 11 },
      overridden: 15,
      applied: [10, 4, 0, 0, 1],
      refused: { count: 0 },
      changedSince: { count: 0 },
    });
    const job = await confirmPlan(product.services, lead, jobId, { decision: 'apply', overrides });
    expect(job.plan).toEqual(preview.plan);
    expect(await product.until(jobId, 'completed')).toMatchObject({ succeeded: 18, skipped: 12 });
  });

  it('says how many may become what, before anybody chooses', async () => {
    const [fixed, plain, fresh] = definitionsOf('keuzes', 3) as [
      DefinitionContent,
      DefinitionContent,
      DefinitionContent,
    ];
    await drive.store([{ ...fixed, status: 'established' }, plain]);
    const jobId = await planned(filesOf([{ ...rewritten(fixed), status: 'established' }, rewritten(plain), fresh]));
    const choices = (filter = {}) => readPlanChoices(product.services, lead, jobId, filter);
    expect(await choices()).toEqual({ total: 3, choices: { skip: 3, update: 0, new_version: 1, keep_both: 2 } });
    expect(await choices({ decision: 'new' })).toEqual({
      total: 1,
      choices: { skip: 1, update: 0, new_version: 0, keep_both: 0 },
    });
    await confirmPlan(product.services, lead, jobId, { decision: 'reject' });
  });

  it('keeps both, each in its own context, as a draft; where there is one already it stays a conflict', async () => {
    const contents = definitionsOf('beide', 4);
    const [first, second, third, fourth] = contents as [
      DefinitionContent,
      DefinitionContent,
      DefinitionContent,
      DefinitionContent,
    ];
    const established = { ...first, status: 'established' as const };
    const there = { ...second, organisationalContext: [context.value], definition: 'staat er al' };
    const ids = await drive.store([established, second, third, there]);
    const files = filesOf([
      { ...rewritten(first), status: 'established' },
      rewritten(second),
      rewritten(third),
      fourth,
    ]);
    const jobId = await planned({
      ...files,
      'z.json': fileOf({ ...rewritten(third), definition: 'nog een andere tekst' }),
    });
    expect((await drive.job(jobId)).plan).toEqual({ conflict: 1, update: 2, new: 1, duplicate: 1 });
    const overrides = [{ filter: {}, decision: 'keep_both' as const, context }];
    const preview = await previewPlan(product.services, lead, jobId, { overrides });
    expect(preview).toMatchObject({
      plan: { new: 3, conflict: 2 },
      refused: { count: 2, items: [{ term: second.term }, { term: third.term, position: 4 }] },
    });
    const job = await confirmPlan(product.services, lead, jobId, { decision: 'apply', overrides });
    expect(job.plan).toEqual(preview.plan);
    expect(await product.until(jobId, 'completed')).toMatchObject({ succeeded: 3, skipped: 2 });
    const kept = await readItem(product.services, lead, jobId, 0);
    expect(kept).toMatchObject({ decision: 'new', reason: 'kept_both', baseVersion: null });
    expect(kept.incoming).toMatchObject({ organisationalContext: [context.value], status: 'draft' });
    expect(ids).not.toContain(kept.definitionId);
    const { rows } = await product.services.pool.query(
      'SELECT version, status, definition FROM definitions WHERE id = ANY ($1::uuid[]) ORDER BY term, status DESC',
      [[ids[0], ids[2], kept.definitionId]],
    );
    expect(rows).toEqual([
      { version: 1, status: 'established', definition: first.definition },
      { version: 1, status: 'draft', definition: rewritten(first).definition },
      { version: 1, status: 'draft', definition: third.definition },
    ]);
  });

  it('is also a strategy to begin with', async () => {
    const [fixed, taken, plain] = definitionsOf('strategie', 3) as [
      DefinitionContent,
      DefinitionContent,
      DefinitionContent,
    ];
    const asEstablished = (content: DefinitionContent) => ({ ...content, status: 'established' as const });
    await drive.store([
      asEstablished(fixed),
      asEstablished(taken),
      { ...taken, organisationalContext: [context.value] },
      plain,
    ]);
    const files = filesOf([asEstablished(rewritten(fixed)), asEstablished(rewritten(taken)), rewritten(plain)]);
    const jobId = await planned(files, { conflict: 'keep_both', context });
    expect((await drive.job(jobId)).plan).toEqual({ new: 1, conflict: 1, update: 1 });
    const items = await Promise.all([0, 1].map((at) => readItem(product.services, lead, jobId, at)));
    expect(items.map(({ decision, reason }) => `${decision} ${reason}`)).toEqual([
      'new kept_both',
      'conflict identity_taken',
    ]);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    expect(await product.until(jobId, 'completed')).toMatchObject({ succeeded: 2, skipped: 1 });
  });
});

describe('a plan while others go on', () => {
  it('says what has changed since, and what was changed fails item by item as it said', async () => {
    const contents = definitionsOf('intussen', 12);
    const ids = await drive.store(contents.slice(0, 10));
    const jobId = await planned(filesOf(contents.map(rewritten)));
    await drive.editAll([ids[1], ids[4], ids[5]] as string[]);
    await drive.store([{ ...(contents[11] as DefinitionContent), definition: 'was eerder' }]);
    const overrides = [{ position: 4, decision: 'skip' as const }];
    const preview = await previewPlan(product.services, lead, jobId, { overrides });
    expect(preview.plan).toEqual({ update: 9, new: 2, skip: 1 });
    expect(preview.changedSince).toMatchObject({
      count: 3,
      decisions: { update: 2, new: 1 },
      items: [
        { position: 1, code: 'stale_version' },
        { position: 5, code: 'stale_version' },
        { position: 11, code: 'identity_taken' },
      ],
    });
    const item = await readItem(product.services, lead, jobId, 1);
    expect(item).toMatchObject({ baseVersion: 1, presentVersion: 2 });
    expect(item.current?.definition).toBe(contents[1]?.definition);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply', overrides });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({
      succeeded: 8,
      skipped: 1,
      'failed stale_version': 2,
      'failed identity_taken': 1,
    });
  });

  it('remembers what the file gives, field by field', async () => {
    const content = { ...definitionOf('drie waarden'), explanation: 'blijft staan', synonyms: ['valt weg'] };
    await drive.store([content]);
    const { term, category, organisationalContext, legalContext, legalBasis } = content;
    const file = {
      term,
      definition: 'een nieuwe tekst',
      category,
      organisationalContext,
      legalContext,
      legalBasis,
      synonyms: [],
    };
    const jobId = await planned({ 'a.json': JSON.stringify(file) });
    const item = await readItem(product.services, lead, jobId, 0);
    expect(item.given).toEqual([
      'term',
      'definition',
      'category',
      'organisationalContext',
      'legalContext',
      'legalBasis',
      'synonyms',
    ]);
    expect(item.incoming).toMatchObject({ explanation: 'blijft staan', synonyms: [], definition: 'een nieuwe tekst' });
    await confirmPlan(product.services, lead, jobId, { decision: 'reject' });
  });

  it('leaves the established version to be read when it gets a new one', async () => {
    const content = { ...definitionOf('blijft leesbaar'), status: 'established' as const };
    const [id] = (await drive.store([content])) as [string];
    const jobId = await planned({ 'a.json': fileOf(rewritten(content)) }, { conflict: 'new_version' });
    expect((await drive.job(jobId)).plan).toEqual({ new_version: 1 });
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed');
    const { rows } = await product.services.pool.query(
      `SELECT version, snapshot ->> 'status' AS status, snapshot ->> 'definition' AS definition
       FROM definition_versions WHERE definition_id = $1 ORDER BY version`,
      [id],
    );
    expect(rows).toEqual([
      { version: 1, status: 'established', definition: content.definition },
      { version: 2, status: 'draft', definition: rewritten(content).definition },
    ]);
  });
});

describe('submitting items again', () => {
  it('takes up those that failed, decided anew against what is there now', async () => {
    const contents = definitionsOf('opnieuw', 20);
    const ids = await drive.store(contents);
    const jobId = await planned(filesOf(contents.map(rewritten)));
    await drive.editAll([ids[2], ids[9]] as string[]);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed_with_errors');
    const retry = (await retryItems(product.services, lead, jobId, { items: 'failed' })).jobs[0];
    expect(retry).toMatchObject({ retryOf: jobId, total: 2 });
    await product.until(retry?.id as string, 'awaiting_confirmation');
    // Decided against version 1 and changed since: a person has to look at it.
    expect((await drive.job(retry?.id as string)).plan).toEqual({ conflict: 2 });
    const overrides = [
      { position: 0, decision: 'update' as const },
      { position: 1, decision: 'skip' as const },
    ];
    await confirmPlan(product.services, lead, retry?.id as string, { decision: 'apply', overrides });
    expect(await product.until(retry?.id as string, 'completed')).toMatchObject({ succeeded: 1, skipped: 1 });
  });

  it('takes up those that were never worked on', async () => {
    const jobId = await planned(filesOf(definitionsOf('rest', 100)), { parallelism: 1 });
    const held = await holdItem(product.url, jobId, 30);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await held.reached();
    await cancelJob(product.services, lead, jobId, { keep: true });
    await held.release();
    await product.until(jobId, 'cancelled');
    const retry = (await retryItems(product.services, lead, jobId, { items: 'unprocessed' })).jobs[0]?.id as string;
    await product.until(retry, 'awaiting_confirmation');
    await confirmPlan(product.services, lead, retry, { decision: 'apply' });
    expect(await product.until(retry, 'completed')).toMatchObject({ total: 60, succeeded: 60 });
  });

  it('takes up chosen ones, and of those only what can be', async () => {
    const contents = definitionsOf('gekozen', 6);
    const ids = await drive.store(contents);
    const jobId = await planned(filesOf(contents.map(rewritten)));
    await drive.editAll(ids.slice(0, 3));
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed_with_errors');
    const retry = (await retryItems(product.services, lead, jobId, { items: [0, 2, 5, 99] })).jobs[0]?.id as string;
    await product.until(retry, 'awaiting_confirmation');
    expect((await drive.items(retry)).map((item) => item.term)).toEqual([contents[0]?.term, contents[2]?.term]);
    await confirmPlan(product.services, lead, retry, { decision: 'reject' });
  });

  it('takes up what was stopped while it was being decided anew', async () => {
    const jobId = await planned(filesOf(definitionsOf('tweede keus', 10)));
    await confirmPlan(product.services, lead, jobId, { decision: 'reject' });
    const first = (await retryItems(product.services, lead, jobId, { items: 'unprocessed' })).jobs[0]?.id as string;
    await product.until(first, 'awaiting_confirmation');
    await cancelJob(product.services, lead, first, { keep: true });
    const second = (await retryItems(product.services, lead, first, { items: 'unprocessed' })).jobs[0]?.id as string;
    await product.until(second, 'awaiting_confirmation');
    await confirmPlan(product.services, lead, second, { decision: 'apply' });
    expect(await product.until(second, 'completed')).toMatchObject({ total: 10, succeeded: 10 });
  });

  it('is refused when there is nothing to take up, and while the job is at work', async () => {
    const jobId = await drive.importOf(definitionsOf('niets te doen', 3));
    await product.until(jobId, 'completed');
    await expect(retryItems(product.services, lead, jobId, { items: 'failed' })).rejects.toMatchObject({
      code: 'nothing_to_retry',
    });
    const waiting = await planned(filesOf(definitionsOf('nog bezig', 3)));
    await expect(retryItems(product.services, lead, waiting, { items: 'failed' })).rejects.toMatchObject({
      code: 'wrong_state',
    });
    await confirmPlan(product.services, lead, waiting, { decision: 'reject' });
  });

  it('renders the definitions of an export as they are now', async () => {
    const ids = await drive.store(definitionsOf('opnieuw uit', 40));
    const { jobId, held } = await startHeld(product.url, () => drive.export({ ids }, { parallelism: 1 }), 5);
    await cancelJob(product.services, lead, jobId, { keep: true });
    await held.release();
    await product.until(jobId, 'cancelled');
    await drive.editAll(ids);
    const retry = (await retryItems(product.services, lead, jobId, { items: 'unprocessed' })).jobs[0]?.id as string;
    expect(await product.until(retry, 'completed')).toMatchObject({ total: 20, succeeded: 20 });
    expect((await drive.download(retry, 'archive')).length).toBeGreaterThan(1000);
  });
});
