import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { definitionFile } from '#domain/definition-file.ts';
import { definitionOf, driveJobs, fileOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { confirmPlan } from './confirm-plan.ts';
import { correctItem } from './correct-item.ts';
import { readItem } from './read-item.ts';
import { readItemContent } from './read-item-content.ts';
import { readReport } from './read-report.ts';
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

async function planned(files: Record<string, string | Buffer>, options: Parameters<typeof drive.import>[1] = {}) {
  const jobId = await drive.import(await drive.upload(files), { ...options, confirm: true });
  await product.until(jobId, 'awaiting_confirmation');
  return jobId;
}

type Fields = Record<string, unknown>;

const correct = (jobId: string, position: number, fields: Fields, revision: number | null = null, actor = lead) =>
  correctItem(product.services, actor, { jobId, position, revision, input: { fields } });
const content = (jobId: string, position: number, actor = lead) =>
  readItemContent(product.services, actor, jobId, position);
const fieldsOf = (term: string): Fields => {
  const { schemaVersion: _, ...fields } = definitionFile(definitionOf(term));
  return fields;
};
const refusal = (of: Promise<unknown>) =>
  of.then(
    () => 'done',
    (error) => error.code,
  );

describe('an item of a plan that waits', () => {
  it('shows what its file had, also what could not be read', async () => {
    const jobId = await planned({
      'a.json': JSON.stringify({ term: 42, definition: 'zaak in een proef', category: 'onzin', eigen: { x: 1 } }),
      'b.json': '{"term": "stuk"',
      'c.csv': 'begrip;definitie;categorie\ntabel;;proces\n',
      'd.json': fileOf(definitionOf('in orde getoond')),
    });
    expect(await content(jobId, 0)).toMatchObject({
      revision: 0,
      fields: { term: 42, category: 'onzin', eigen: { x: 1 } },
      unreadable: null,
      corrected: null,
    });
    expect(await content(jobId, 1)).toMatchObject({ fields: {}, unreadable: '{"term": "stuk"' });
    expect(await content(jobId, 2)).toMatchObject({ fields: { term: 'tabel', definition: '', category: 'proces' } });
    expect(await content(jobId, 3)).toMatchObject({ fields: { term: 'in orde getoond' } });
  });

  it('is checked, matched and decided anew when it is put right, and the plan counts it so', async () => {
    const [id] = await drive.store([definitionOf('is er al')]);
    const jobId = await planned({
      'a.json': JSON.stringify({ term: '', definition: 'x' }),
      'b.json': JSON.stringify({ term: '', definition: 'y' }),
      'c.json': fileOf(definitionOf('gewoon nieuw')),
    });
    expect((await drive.job(jobId)).plan).toEqual({ invalid: 2, new: 1 });
    const fixed = await correct(jobId, 0, fieldsOf('verbeterd item'), 0);
    expect(fixed).toMatchObject({
      revision: 1,
      corrected: { by: lead.name },
      item: {
        decision: 'new',
        reason: 'not_there_yet',
        term: 'verbeterd item',
        corrected: { by: lead.name },
        problem: null,
      },
    });
    const other = await correct(jobId, 1, { ...fieldsOf('is er al'), definition: 'zaak die in een proef anders heet' });
    expect(other.item).toMatchObject({ decision: 'update', definitionId: id });
    expect((await drive.job(jobId)).plan).toEqual({ update: 1, new: 2 });
    const audit = await product.services.pool.query(
      `SELECT actor_name, details, new_hash FROM audit_entries WHERE action = 'item.corrected' AND job_id = $1 ORDER BY id`,
      [jobId],
    );
    expect(audit.rows[0]).toMatchObject({ actor_name: lead.name, details: { position: 0, decision: 'new' } });
    expect(audit.rows[0].new_hash).toHaveLength(64);

    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed');
    expect(await drive.job(jobId)).toMatchObject({ succeeded: 3, failed: 0 });
    expect(await readItem(product.services, lead, jobId, 0)).toMatchObject({ corrected: { by: lead.name } });
    expect((await readReport(product.services, lead, jobId)).corrections).toMatchObject({
      count: 2,
      items: [{ position: 0, term: 'verbeterd item', by: lead.name }, { position: 1 }],
    });
  });

  it('keeps what was typed when that is not right yet, and says what is wrong', async () => {
    const jobId = await planned({ 'a.json': '{}', 'b.json': fileOf(definitionOf('ernaast')) });
    const half = await correct(jobId, 0, { term: 'half af', definition: '', category: 'onzin' });
    expect(half.item).toMatchObject({ decision: 'invalid', term: 'half af', problem: { code: 'definition_missing' } });
    expect(half.item.findings.map(({ code }) => code)).toContain('category_unknown');
    expect((await content(jobId, 0)).fields).toEqual({ term: 'half af', definition: '', category: 'onzin' });
    expect((await drive.job(jobId)).plan).toEqual({ invalid: 1, new: 1 });
  });

  it('is a duplicate of another item that says the same, and frees those that said the same as it', async () => {
    const jobId = await planned({
      'a.json': fileOf(definitionOf('eerste van twee')),
      'b.json': fileOf({ ...definitionOf('eerste van twee'), definition: 'zaak die in een proef dubbel is' }),
      'c.json': '{"term": ""}',
    });
    expect((await drive.job(jobId)).plan).toEqual({ new: 1, duplicate: 1, invalid: 1 });
    expect((await correct(jobId, 2, fieldsOf('eerste van twee'))).item).toMatchObject({ decision: 'duplicate' });
    expect((await correct(jobId, 0, fieldsOf('heet nu anders'))).item).toMatchObject({ decision: 'new' });
    const items = await Promise.all([0, 1, 2].map((at) => readItem(product.services, lead, jobId, at)));
    expect(items.map(({ decision }) => decision)).toEqual(['new', 'new', 'duplicate']);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 2, skipped: 1 });
  });

  it('leads links of other items somewhere once it has the term they name', async () => {
    const from = {
      ...definitionOf('verwijst vooruit'),
      relations: [{ type: 'broader' as const, targetId: null, targetTerm: 'doel van de link' }],
    };
    const jobId = await planned({ 'a.json': fileOf(from), 'b.json': '{"term": ""}' });
    const dangling = async () =>
      (await readItem(product.services, lead, jobId, 0)).findings.filter(({ code }) => code === 'reference_dangling');
    expect(await dangling()).toHaveLength(1);
    await correct(jobId, 1, { ...fieldsOf('doel van de link'), relations: [{ type: 'related', target: 'nergens' }] });
    expect(await dangling()).toHaveLength(0);
    const own = await readItem(product.services, lead, jobId, 1);
    expect(own.findings.map(({ code }) => code)).toContain('reference_dangling');
  });

  it('is not overwritten by who had not seen the last correction', async () => {
    const jobId = await planned({ 'a.json': '{}', 'b.json': fileOf(definitionOf('twee mensen')) });
    const [first, second] = await Promise.all([
      refusal(correct(jobId, 0, fieldsOf('van de een'), 0)),
      refusal(correct(jobId, 0, fieldsOf('van de ander'), 0)),
    ]);
    expect([first, second].sort()).toEqual(['done', 'item_changed']);
    expect(await refusal(correct(jobId, 0, fieldsOf('opnieuw'), 1))).toBe('done');
  });

  it('is dropped like any other item', async () => {
    const jobId = await planned({ 'a.json': '{}', 'b.json': fileOf(definitionOf('blijft over')) });
    await confirmPlan(product.services, lead, jobId, {
      decision: 'apply',
      overrides: [{ position: 0, decision: 'skip' }],
    });
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ skipped: 1, succeeded: 1 });
  });
});

describe('who may not, and what cannot be corrected', () => {
  it('is refused by role, by organisation, by kind of work and by what has become of the item', async () => {
    const jobId = await planned({ 'a.json': '{}', 'b.json': fileOf(definitionOf('wordt verwerkt')) });
    const fields = fieldsOf('mag niet');
    for (const role of ['viewer', 'editor', 'auditor'] as const) {
      expect(await refusal(correct(jobId, 0, fields, null, await product.person(role)))).toBe('not_allowed');
    }
    const stranger = await product.person('lead', 'Dienst Justitiële Inrichtingen');
    expect(await refusal(correct(jobId, 0, fields, null, stranger))).toBe('not_found');
    expect(await refusal(content(jobId, 0, stranger))).toBe('not_found');
    expect(await refusal(correct(jobId, 99, fields))).toBe('not_found');
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed_with_errors');
    expect(await refusal(correct(jobId, 1, fields))).toBe('item_applied');
    const exported = await drive.export({ filter: {}, excludedIds: [] });
    await product.until(exported, 'completed');
    expect(await refusal(correct(exported, 0, fields))).toBe('not_supported');
    expect(await refusal(content(exported, 0))).toBe('not_supported');
    expect(await refusal(retryItems(product.services, lead, exported, { items: 'corrected' }))).toBe('not_supported');
  });
});

describe('a failed item of a job that has ended', () => {
  it('is put right and done again in a linked job, once', async () => {
    const jobId = await drive.import(
      await drive.upload({ 'a.json': '{}', 'b.json': '{}', 'c.json': fileOf(definitionOf('ging goed')) }),
    );
    await product.until(jobId, 'completed_with_errors');
    expect(await refusal(retryItems(product.services, lead, jobId, { items: 'corrected' }))).toBe('nothing_to_retry');
    const kept = await correct(jobId, 0, fieldsOf('achteraf verbeterd'), 0);
    expect(kept.item).toMatchObject({ status: 'failed', decision: 'invalid', corrected: { by: lead.name } });
    expect(await drive.job(jobId)).toMatchObject({ corrected: 1, failed: 2 });

    const batch = await retryItems(product.services, lead, jobId, { items: 'corrected' });
    const retryId = batch.jobs[0]?.id as string;
    await product.until(retryId, 'completed');
    expect(await drive.job(retryId)).toMatchObject({ total: 1, succeeded: 1, origin: { id: jobId } });
    expect(await drive.job(jobId)).toMatchObject({ corrected: 0, retries: [{ id: retryId, total: 1 }] });
    expect(await readItem(product.services, lead, retryId, 0)).toMatchObject({ corrected: { by: lead.name } });
    expect(await refusal(retryItems(product.services, lead, jobId, { items: 'corrected' }))).toBe('nothing_to_retry');
  });

  it('is not written twice when all that failed is done again, and again', async () => {
    const jobId = await drive.import(await drive.upload({ 'a.json': '{}', 'b.json': '{}' }));
    await product.until(jobId, 'completed_with_errors');
    await correct(jobId, 0, fieldsOf('opnieuw en opnieuw'));
    const outcomes = [];
    for (let turn = 0; turn < 2; turn++) {
      const batch = await retryItems(product.services, lead, jobId, { items: 'failed' });
      const retryId = batch.jobs[0]?.id as string;
      await product.until(retryId, 'completed_with_errors');
      outcomes.push(await drive.outcomes(retryId));
    }
    expect(outcomes).toEqual([
      { succeeded: 1, 'failed term_missing': 1 },
      { unchanged: 1, 'failed term_missing': 1 },
    ]);
  });
});
