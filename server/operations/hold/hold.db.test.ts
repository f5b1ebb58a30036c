import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { readDefinition } from '#server/definitions/read-definition.ts';
import { definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
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

const OPTIONS = {
  chunkSize: 20,
  parallelism: 1,
  onError: 'continue',
  matter: 'zaak Proef',
  reason: 'lopend onderzoek',
} as const;

const place = (operation: 'hold' | 'release', ids: string[], matter: string = OPTIONS.matter) =>
  drive.start({ operation, selection: { ids }, options: { ...OPTIONS, matter } });

async function placed(operation: 'hold' | 'release', ids: string[], matter?: string): Promise<string> {
  const jobId = await place(operation, ids, matter);
  await product.until(jobId, 'completed');
  return jobId;
}

/** Two definitions, of which the first is under legal hold. */
async function oneHeld(name: string): Promise<{ contents: DefinitionContent[]; ids: [string, string] }> {
  const contents = definitionsOf(name, 2);
  const ids = (await drive.store(contents)) as [string, string];
  await placed('hold', [ids[0]]);
  return { contents, ids };
}

const changed = (contents: readonly DefinitionContent[]) =>
  contents.map((content) => ({ ...content, definition: `${content.definition} en daarna anders` }));

const texts = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await readDefinition(product.services, lead, id)).definition));

describe('a legal hold', () => {
  it('is told of on the definition and in the audit trail, and is placed once', async () => {
    const { ids } = await oneHeld('plicht gezegd');
    const again = await placed('hold', [...ids]);
    expect(await drive.outcomes(again)).toEqual({ unchanged: 1, succeeded: 1 });
    const { holds, version } = await readDefinition(product.services, lead, ids[0]);
    expect(holds).toMatchObject([{ matter: 'zaak Proef', reason: 'lopend onderzoek', placedBy: lead.name }]);
    expect(version).toBe(1);
    const { rows } = await product.services.pool.query(
      `SELECT reason FROM audit_entries WHERE action = 'definition.held' AND subject_id = $1`,
      [ids[0]],
    );
    expect(rows).toEqual([{ reason: 'zaak Proef – lopend onderzoek' }]);
  });

  it('keeps an import from overwriting: a conflict in the plan, that nobody can decide otherwise', async () => {
    const { contents, ids } = await oneHeld('plicht import');
    const uploadId = await drive.upload(filesOf(changed(contents), ids));
    const jobId = await drive.import(uploadId, { confirm: true, conflict: 'overwrite' });
    await product.until(jobId, 'awaiting_confirmation');
    expect((await drive.job(jobId)).plan).toMatchObject({ conflict: 1, update: 1 });
    const wish = { position: 0, decision: 'update' as const };
    await expect(
      confirmPlan(product.services, lead, jobId, { decision: 'apply', overrides: [wish] }),
    ).rejects.toMatchObject({ code: 'invalid_request' });
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed');
    expect(await texts(ids)).toEqual([contents[0]?.definition, changed(contents)[1]?.definition]);
  });

  it('that is placed while a plan waits fails the item alone', async () => {
    const contents = definitionsOf('plicht intussen', 3);
    const ids = await drive.store(contents);
    const jobId = await drive.import(await drive.upload(filesOf(changed(contents), ids)), { confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    await placed('hold', [ids[1] as string]);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 2, 'failed legal_hold': 1 });
  });

  it('keeps changes of fields and of status away', async () => {
    const { ids } = await oneHeld('plicht wijziging');
    const jobId = await drive.update({ ids }, { status: 'review' });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toMatchObject({ 'failed legal_hold': 1 });
    expect((await readDefinition(product.services, lead, ids[0])).status).toBe('draft');
  });

  it('keeps a definition from being deleted, and the whole job where it is all or nothing', async () => {
    const { ids } = await oneHeld('plicht weg');
    const whole = await drive.direct('delete', { ids }, { onError: 'all_or_nothing' });
    await product.until(whole, 'failed');
    const jobId = await drive.direct('delete', { ids });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ 'failed legal_hold': 1, succeeded: 1 });
  });

  it('keeps what a job wrote from being taken back, and says so before', async () => {
    const contents = definitionsOf('plicht terug', 3);
    const imported = await drive.importOf(contents);
    await product.until(imported, 'completed');
    const ids = (await drive.items(imported)).map(({ definitionId }) => definitionId as string);
    await placed('hold', [ids[2] as string]);
    expect(await undoJob(product.services, lead, imported, { dryRun: true })).toMatchObject({
      reversed: 2,
      kept: 1,
      items: [{ position: 2, code: 'legal_hold' }],
    });
    await undoJob(product.services, lead, imported, {});
    await product.until(imported, 'rolled_back');
    expect(await drive.outcomes(imported)).toEqual({ rolled_back: 2, 'rollback_conflict legal_hold': 1 });
  });

  it('keeps it from being edited by hand', async () => {
    const { ids } = await oneHeld('plicht met de hand');
    await expect(drive.edit(ids[0], 'anders dan het was')).rejects.toMatchObject({ code: 'legal_hold' });
    await drive.edit(ids[1], 'anders dan het was');
  });

  it('is kept by the database itself, whoever writes', async () => {
    const { ids } = await oneHeld('plicht rechtstreeks');
    for (const statement of [
      `UPDATE definitions SET definition = 'weg', version = version + 1 WHERE id = $1`,
      'DELETE FROM definitions WHERE id = $1',
      `UPDATE definition_versions SET snapshot = '{}' WHERE definition_id = $1`,
      'DELETE FROM definition_versions WHERE definition_id = $1',
    ])
      await expect(product.services.pool.query(statement, [ids[0]])).rejects.toMatchObject({ code: 'LX001' });
  });

  it('lets rules be checked anew', async () => {
    const { ids } = await oneHeld('plicht controle');
    await product.until(await drive.direct('validate', { ids }), 'completed');
  });

  it('ends when it is lifted by its name, and not before the last one is', async () => {
    const { ids } = await oneHeld('plicht op');
    await placed('hold', [ids[0]], 'andere zaak');
    expect(await drive.outcomes(await placed('release', [ids[0]], 'nooit geweest'))).toEqual({ unchanged: 1 });
    await placed('release', [...ids]);
    await expect(drive.edit(ids[0], 'anders dan het was')).rejects.toMatchObject({ code: 'legal_hold' });
    await placed('release', [ids[0]], 'andere zaak');
    await drive.edit(ids[0], 'anders dan het was');
    expect((await readDefinition(product.services, lead, ids[0])).holds).toEqual([]);
  });

  it('is taken back when the job that places it, or lifts it, is stopped with a roll-back', async () => {
    const ids = await drive.store(definitionsOf('plicht gestopt', 60));
    for (const operation of ['hold', 'release'] as const) {
      if (operation === 'release') await placed('hold', ids);
      const { jobId, held } = await startHeld(product.url, () => place(operation, ids), 45);
      await cancelJob(product.services, lead, jobId, { keep: false });
      await held.release();
      await product.until(jobId, 'rolled_back');
      const { rows } = await product.services.pool.query(
        `SELECT d.holds, count(*)::int AS count, count(h.*)::int AS kept FROM definitions d
         LEFT JOIN definition_holds h ON h.definition_id = d.id WHERE d.id = ANY ($1::uuid[]) GROUP BY 1`,
        [ids],
      );
      const holds = operation === 'hold' ? 0 : 1;
      expect(rows).toEqual([{ holds, count: 60, kept: holds * 60 }]);
    }
  });

  it('is placed by who may, on what is theirs', async () => {
    const { ids } = await oneHeld('plicht van wie');
    const elsewhere = driveJobs(product, await product.person('lead', 'Raad voor de Kinderbescherming'));
    await expect(
      elsewhere.start({ operation: 'hold', selection: { ids: [...ids] }, options: OPTIONS }),
    ).rejects.toMatchObject({ code: 'empty_selection' });
    const editor = driveJobs(product, await product.person('editor'));
    await expect(
      editor.start({ operation: 'release', selection: { ids: [...ids] }, options: OPTIONS }),
    ).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
