import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { definitionFile } from '#domain/definition-file.ts';
import type { SafeTransformName } from '#domain/safe-transforms.ts';
import { definitionOf, definitionsOf, driveJobs, fileOf, filesOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { confirmPlan } from './confirm-plan.ts';
import { correctItem } from './correct-item.ts';
import { readItem } from './read-item.ts';
import { readItemContent } from './read-item-content.ts';
import { readQuality } from './read-quality.ts';
import { repairItems } from './repair-items.ts';

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

async function planned(files: Record<string, string>) {
  const jobId = await drive.import(await drive.upload(files), { confirm: true });
  await product.until(jobId, 'awaiting_confirmation');
  return jobId;
}

const repair = (jobId: string, transform: SafeTransformName, dryRun = false, actor = lead) =>
  repairItems(product.services, actor, jobId, { transform, dryRun });
const item = (jobId: string, position: number) => readItem(product.services, lead, jobId, position);
const issues = async (jobId: string) =>
  (await readQuality(product.services, lead, jobId)).issues.filter(({ transform }) => transform !== null);
const untidy = (term: string, more = {}) =>
  definitionOf(term, { definition: `zaak die  in een proef als ${term} wordt  aangeduid`, ...more });
const refusal = (of: Promise<unknown>) =>
  of.then(
    () => 'done',
    (error) => error.code,
  );

describe('the same thing in many items of a plan', () => {
  it('is shown first, changes nothing until it is asked for, and then is gone', async () => {
    const jobId = await planned(filesOf([untidy('vegen a'), definitionOf('vegen b'), untidy('vegen c')]));
    expect(await issues(jobId)).toMatchObject([{ code: 'tidy_spacing', count: 2 }]);
    const shown = await repair(jobId, 'spacing', true);
    expect(shown).toEqual({
      count: 2,
      remaining: 2,
      items: ['vegen a', 'vegen c'].map((term, index) => ({
        position: index * 2,
        term,
        before: { definition: `zaak die  in een proef als ${term} wordt  aangeduid` },
        after: { definition: `zaak die in een proef als ${term} wordt aangeduid` },
      })),
    });
    expect(await issues(jobId)).toMatchObject([{ code: 'tidy_spacing', count: 2 }]);

    expect(await repair(jobId, 'spacing')).toMatchObject({ count: 2, remaining: 0 });
    expect(await issues(jobId)).toEqual([]);
    expect(await repair(jobId, 'spacing')).toEqual({ count: 0, remaining: 0, items: [] });
    expect((await item(jobId, 0)).incoming?.definition).toBe('zaak die in een proef als vegen a wordt aangeduid');
    const { rows } = await product.services.pool.query(
      `SELECT actor_name AS who, details FROM audit_entries WHERE action = 'item.repaired' AND job_id = $1`,
      [jobId],
    );
    expect(rows).toEqual([{ who: lead.name, details: { transform: 'spacing', count: 2, positions: [0, 2] } }]);

    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed');
    const stored = await product.services.pool.query(
      `SELECT definition FROM definitions WHERE term LIKE 'vegen %' AND definition LIKE '%  %'`,
    );
    expect(stored.rows).toEqual([]);
  });

  it('is decided over anew: what then says the same is unchanged, and duplicates are found', async () => {
    await drive.store([definitionOf('net', { definition: 'zaak die in een proef als net wordt aangeduid' })]);
    const quoted = { ...definitionOf('aanhaling'), synonyms: ['Teken', 'teken'] };
    const jobId = await planned({
      'a.json': fileOf(untidy('net')),
      'b.json': fileOf(quoted),
      'c.json': fileOf({ ...untidy('net'), definition: 'zaak die  anders is' }),
    });
    const decisions = async () =>
      (await Promise.all([0, 1, 2].map((at) => item(jobId, at)))).map(({ decision }) => decision);
    expect(await decisions()).toEqual(['update', 'new', 'duplicate']);
    await repair(jobId, 'spacing');
    expect(await decisions()).toEqual(['unchanged', 'new', 'duplicate']);
    expect((await drive.job(jobId)).plan).toEqual({ unchanged: 1, new: 1, duplicate: 1 });
    await repair(jobId, 'list_values');
    expect((await item(jobId, 1)).incoming?.synonyms).toEqual(['Teken']);
  });

  it('leaves alone what a file does not say, and what would not be written', async () => {
    const there = untidy('houdt', { explanation: 'uitleg  van vroeger' });
    const [id] = await drive.store([there, untidy('gelijk')]);
    const partial = { schemaVersion: 1, term: 'houdt', id, synonyms: ['greep'], preferredTerm: 'houdt' };
    const jobId = await planned({ 'a.json': JSON.stringify(partial), 'b.json': fileOf(untidy('gelijk')) });
    expect((await drive.job(jobId)).plan).toMatchObject({ unchanged: 1 });
    expect(await repair(jobId, 'spacing')).toMatchObject({ count: 0, remaining: 0 });
  });

  it('keeps what a person typed over before, repaired, and who that was', async () => {
    const jobId = await planned({ 'a.json': '{}', 'b.json': fileOf(untidy('ernaast liggend')) });
    const { schemaVersion: _, ...fields } = definitionFile(untidy('zelf getypt'));
    await correctItem(product.services, lead, { jobId, position: 0, revision: 0, input: { fields } });
    expect((await repair(jobId, 'spacing')).count).toBe(2);
    const content = await readItemContent(product.services, lead, jobId, 0);
    expect(content).toMatchObject({
      revision: 2,
      corrected: { by: lead.name },
      fields: { definition: 'zaak die in een proef als zelf getypt wordt aangeduid' },
    });
  });

  it('is looked at with what surrounds it', async () => {
    const text = 'maatregel waarbij een ambtenaar een voorwerp aan de macht van de houder onttrekt';
    await drive.store([definitionOf('onttrekking aan de macht', { definition: text })]);
    const jobId = await planned(
      filesOf([definitionOf('inname van zaken', { definition: text.replace('voorwerp', 'voorwerp  ') })]),
    );
    await repair(jobId, 'spacing');
    expect((await item(jobId, 0)).findings.map(({ code }) => code)).toContain('ESS-05');
  });

  it('is repaired a thousand at a time, to the last one', async () => {
    const many = definitionsOf('veel', 1_200).map((one) => ({ ...one, definition: `${one.definition},` }));
    const jobId = await planned(filesOf(many));
    expect(await repair(jobId, 'end_punctuation', true)).toMatchObject({ count: 1_200, remaining: 1_200 });
    expect(await repair(jobId, 'end_punctuation')).toMatchObject({ count: 1_000, remaining: 200 });
    expect(await repair(jobId, 'end_punctuation')).toMatchObject({ count: 200, remaining: 0 });
    expect(await issues(jobId)).toEqual([]);
  });
});

describe('who may not, and where it does not exist', () => {
  it('is refused by role, by organisation, by kind of work and by state', async () => {
    const jobId = await planned(filesOf([untidy('mag niet')]));
    for (const role of ['viewer', 'editor', 'auditor'] as const)
      expect(await refusal(repair(jobId, 'spacing', true, await product.person(role)))).toBe('not_allowed');
    const stranger = await product.person('lead', 'Dienst Justitiële Inrichtingen');
    expect(await refusal(repair(jobId, 'spacing', false, stranger))).toBe('not_found');
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed');
    expect(await refusal(repair(jobId, 'spacing'))).toBe('wrong_state');
    expect(await refusal(repair(jobId, 'spacing', true))).toBe('wrong_state');
    const exported = await drive.export({ filter: {}, excludedIds: [] });
    expect(await refusal(repair(exported, 'spacing'))).toBe('not_supported');
    await product.until(exported, 'completed');
  });
});
