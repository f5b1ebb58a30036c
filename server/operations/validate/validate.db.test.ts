import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { ruleSetLabel } from '#domain/validation/rule-set-label.ts';
import { DEFAULT_RULE_SETTINGS } from '#domain/validation/settings.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { listItems } from '#server/batches/list-items.ts';
import { readQuality } from '#server/batches/read-quality.ts';
import { readReport } from '#server/batches/read-report.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { readDefinition } from '#server/definitions/read-definition.ts';
import { definitionOf, definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { startHeld } from '#server/testing/hold.ts';
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

/** As if these had been checked long ago, by rules that saw nothing wrong. */
async function assessLongAgo(ids: readonly string[]): Promise<void> {
  await product.services.pool.query(
    `UPDATE definitions SET verdict = 'valid', quality_score = 1, rule_set_version = '0', findings = '[]'
     WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
}

/** Stores definitions and checks them, as they are when all of them are there. */
async function checked(contents: readonly DefinitionContent[]): Promise<string[]> {
  const ids = await drive.store(contents);
  await product.until(await drive.direct('validate', { ids }), 'completed');
  return ids;
}

async function assessments(ids: readonly string[]) {
  const { rows } = await product.services.pool.query(
    `SELECT id, verdict, quality_score, rule_set_version, findings, version FROM definitions
     WHERE id = ANY ($1::uuid[]) ORDER BY id`,
    [ids],
  );
  return rows;
}

describe('checking definitions anew', () => {
  it('writes what the rules of today say, and a version of nothing', async () => {
    const ids = await checked([...definitionsOf('oud oordeel', 30), ...definitionsOf('nieuw oordeel', 12)]);
    const expected = await assessments(ids);
    await assessLongAgo(ids.slice(0, 30));
    const jobId = await drive.direct('validate', { ids });
    expect(await product.until(jobId, 'completed')).toMatchObject({ succeeded: 30, unchanged: 12 });
    expect(await assessments(ids)).toEqual(expected);
    expect(await readDefinition(product.services, lead, ids[0] as string)).toMatchObject({
      ruleSetVersion: ruleSetLabel(DEFAULT_RULE_SETTINGS),
      version: 1,
    });
  });

  it('shows verdict and findings with each item and in the report', async () => {
    const ids = await checked([definitionOf('oordeel a'), definitionOf('oordeel b', { legalBasis: [] })]);
    const jobId = await drive.direct('validate', { ids });
    await product.until(jobId, 'completed');
    const { items } = await listItems(product.services, lead, jobId, { limit: 10, verdict: 'invalid' });
    expect(items).toMatchObject([{ term: 'oordeel b', status: 'unchanged', verdict: 'invalid' }]);
    expect(items[0]?.findings.map(({ code }) => code)).toContain('CON-02');
    const { verdicts, findings } = await readReport(product.services, lead, jobId);
    expect(verdicts).toEqual({ valid: 0, warnings: 1, invalid: 1 });
    expect(findings).toContainEqual({ code: 'CON-02', severity: 'warning', count: 1 });
  });

  it('says what became of the score where it is another one now, per item and together', async () => {
    const ids = await checked([definitionOf('score gelijk'), definitionOf('score lager', { legalBasis: [] })]);
    await assessLongAgo(ids.slice(1));
    const jobId = await drive.direct('validate', { ids });
    await product.until(jobId, 'completed');
    const { items } = await listItems(product.services, lead, jobId, { limit: 10 });
    const [same, lower] = items;
    expect([same?.status, same?.scoreBefore]).toEqual(['unchanged', null]);
    expect([lower?.status, lower?.scoreBefore]).toEqual(['succeeded', 1]);
    expect(lower?.qualityScore).toBeLessThan(1);
    const { rescored } = await readQuality(product.services, lead, jobId);
    expect(rescored).toEqual({ count: 1, before: 1, after: lower?.qualityScore, higher: 0, lower: 1 });
  });

  it('looks at a definition as it is when its turn comes, and fails one that is deleted by then', async () => {
    // A text of their own: of a large family that is written alike it is open which of the others a finding names.
    const definition = 'maatregel waarmee een rechter hangende het geding de toestand bewaart';
    const ids = await checked(definitionsOf('intussen', 60, { definition }));
    const { jobId, held } = await startHeld(
      product.url,
      () => drive.direct('validate', { ids }, { parallelism: 1 }),
      0,
    );
    await drive.edit(ids[40] as string, 'is intussen');
    await product.until(await drive.direct('delete', { ids: [ids[50] as string] }), 'completed');
    await held.release();
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ unchanged: 59, 'failed definition_gone': 1 });
    const { items } = await listItems(product.services, lead, jobId, { limit: 10, verdict: 'invalid' });
    expect(items.map(({ position }) => position)).toEqual([40]);
  });

  it('gives earlier verdicts back when it is stopped with a roll-back, but for what was edited since', async () => {
    const ids = await drive.store(definitionsOf('teruggezet', 80));
    await assessLongAgo(ids);
    const before = await assessments(ids);
    const { jobId, held } = await startHeld(
      product.url,
      () => drive.direct('validate', { ids }, { parallelism: 1 }),
      45,
    );
    await drive.edit(ids[3] as string, 'zaak die intussen is gewijzigd in een proef');
    await cancelJob(product.services, lead, jobId, { keep: false });
    await held.release();
    expect(await product.until(jobId, 'rolled_back')).toMatchObject({ rollbackConflict: 1, succeeded: 0 });
    const after = await assessments(ids);
    expect(after.filter(({ id }) => id !== ids[3])).toEqual(before.filter(({ id }) => id !== ids[3]));
  });

  it('cannot be undone once it is finished', async () => {
    const ids = await drive.store([definitionOf('blijft zo')]);
    const jobId = await drive.direct('validate', { ids });
    await product.until(jobId, 'completed');
    await expect(undoJob(product.services, lead, jobId, {})).rejects.toMatchObject({ code: 'not_supported' });
  });
});
