import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { countSelection } from '#server/definitions/count-selection.ts';
import { editDefinition } from '#server/definitions/edit-definition.ts';
import { listVersions } from '#server/definitions/list-versions.ts';
import { readDefinition } from '#server/definitions/read-definition.ts';
import { readFacets } from '#server/definitions/read-facets.ts';
import { searchDefinitions } from '#server/definitions/search-definitions.ts';
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

/** Does it and waits until it is done. */
async function done(...[operation, selection, options]: Parameters<typeof drive.direct>): Promise<string> {
  const jobId = await drive.direct(operation, selection, options);
  await product.until(jobId, 'completed');
  return jobId;
}

const find = async (filter: { q: string; deleted?: boolean }) =>
  (await searchDefinitions(product.services, lead, { ...filter, limit: 50 })).items.map(({ id }) => id);

async function targetOf(id: string): Promise<string | null> {
  const { rows } = await product.services.pool.query<{ targetId: string | null }>(
    'SELECT target_id AS "targetId" FROM definition_relations WHERE definition_id = $1',
    [id],
  );
  return rows[0]?.targetId ?? null;
}

describe('deleting definitions', () => {
  it('takes them out of everything people look at, and keeps them', async () => {
    const ids = await drive.store(definitionsOf('wegwerp', 25));
    const before = (await readFacets(product.services, lead, { q: 'wegwerp' })).total;
    const jobId = await done('delete', { ids: ids.slice(0, 24) }, { reason: 'dubbel' });
    expect(await drive.job(jobId)).toMatchObject({ succeeded: 24, plan: null });
    expect(before).toBe(25);
    expect(await find({ q: 'wegwerp' })).toEqual([ids[24]]);
    const facets = await readFacets(product.services, lead, { q: 'wegwerp' });
    expect([facets.total, facets.status]).toEqual([1, [{ value: 'draft', count: 1 }]]);
    expect(await find({ q: 'wegwerp', deleted: true })).toHaveLength(24);
    expect((await readFacets(product.services, lead, { q: 'wegwerp', deleted: true })).total).toBe(24);
    expect(await countSelection(product.services, lead, { ids })).toMatchObject({ count: 1 });
    expect(await countSelection(product.services, lead, { ids, deleted: true })).toMatchObject({ count: 24 });
    await expect(drive.export({ ids: ids.slice(0, 24) })).rejects.toMatchObject({ code: 'empty_selection' });
  });

  it('says so of a deleted one that is looked at by its id, and refuses to edit it', async () => {
    const [id] = (await drive.store([definitionOf('bij id')])) as [string];
    await done('delete', { ids: [id] }, { reason: 'niet meer nodig' });
    const deleted = await readDefinition(product.services, lead, id);
    expect(deleted).toMatchObject({ version: 2, deletedAt: expect.stringMatching(/^\d{4}-/), deletedBy: lead.name });
    const { items } = await listVersions(product.services, lead, id);
    expect(items.map(({ version, deleted: gone, reason }) => [version, gone, reason])).toEqual([
      [2, true, 'niet meer nodig'],
      [1, false, 'test'],
    ]);
    const edit = { id, version: null, patch: { definition: 'iets anders', reason: 'toch' } };
    await expect(editDefinition(product.services, lead, edit)).rejects.toMatchObject({ code: 'definition_deleted' });
  });

  it('frees the identity: an import of the same makes another definition, also when it names the deleted one', async () => {
    const content = definitionOf('opnieuw');
    const [id] = (await drive.store([content])) as [string];
    await done('delete', { ids: [id] });
    const { fileOf } = await import('#server/testing/drive-jobs.ts');
    const jobId = await drive.import(await drive.upload({ 'a.json': fileOf(content, { id, version: 1 }) }));
    expect(await product.until(jobId, 'completed')).toMatchObject({ succeeded: 1 });
    const [item] = await drive.items(jobId);
    expect(item?.definitionId).not.toBe(id);
  });

  it('lets go of what points at them, until they are back', async () => {
    const [target] = (await drive.store([definitionOf('doel')])) as [string];
    const relations = [{ type: 'related' as const, targetId: null, targetTerm: 'doel' }];
    const importId = await drive.importOf([definitionOf('wijzer', { relations })]);
    await product.until(importId, 'completed');
    const pointer = (await drive.items(importId))[0]?.definitionId as string;
    expect(await targetOf(pointer)).toBe(target);
    const jobId = await done('delete', { ids: [target] });
    expect(await targetOf(pointer)).toBeNull();
    await undoJob(product.services, lead, jobId, {});
    await product.until(jobId, 'rolled_back');
    expect(await targetOf(pointer)).toBe(target);
    const again = await done('delete', { ids: [target] });
    const restored = await done('restore', { ids: [target] });
    expect(await targetOf(pointer)).toBe(target);
    await undoJob(product.services, lead, restored, {});
    await product.until(restored, 'rolled_back');
    expect([await targetOf(pointer), again]).toEqual([null, again]);
  });

  it('fails one that was changed after it was selected, and has nothing to do for one that is deleted already', async () => {
    const ids = await drive.store(definitionsOf('gelijktijdig', 60));
    const { jobId, held } = await startHeld(product.url, () => drive.direct('delete', { ids }, { parallelism: 1 }), 0);
    await drive.editAll([ids[45] as string]);
    await done('delete', { ids: [ids[50] as string] });
    await held.release();
    expect(await product.until(jobId, 'completed_with_errors')).toMatchObject({ succeeded: 58, unchanged: 1 });
    expect(await drive.outcomes(jobId)).toMatchObject({ 'failed stale_version': 1 });
  });

  it('stops at the first failure when asked, keeping what is done', async () => {
    const ids = await drive.store(definitionsOf('tot hier', 60));
    const { jobId, held } = await startHeld(
      product.url,
      () => drive.direct('delete', { ids }, { parallelism: 1, onError: 'stop' }),
      0,
    );
    await drive.editAll([ids[30] as string]);
    await held.release();
    expect(await product.until(jobId, 'failed')).toMatchObject({ succeeded: 20, failed: 1, cancelled: 39 });
  });

  it('is all or nothing when asked', async () => {
    const ids = await drive.store(definitionsOf('samen', 60));
    const { jobId, held } = await startHeld(
      product.url,
      () => drive.direct('delete', { ids }, { onError: 'all_or_nothing' }),
      0,
    );
    await drive.editAll([ids[59] as string]);
    const before = await drive.contents();
    await held.release();
    await product.until(jobId, 'failed');
    expect(await drive.contents()).toEqual(before);
  });

  it('can be stopped half-way and taken back', async () => {
    const ids = await drive.store(definitionsOf('halverwege', 80));
    const before = await drive.contents();
    const { jobId, held } = await startHeld(product.url, () => drive.direct('delete', { ids }, { parallelism: 1 }), 45);
    await cancelJob(product.services, lead, jobId, { keep: false });
    await held.release();
    await product.until(jobId, 'rolled_back');
    expect(await drive.contents()).toEqual(before);
  });
});

describe('undoing a deletion', () => {
  it('puts everything back as it was, but for an identity that was taken meanwhile and one that was put back by hand', async () => {
    const ids = await drive.store(definitionsOf('ongedaan', 40));
    const jobId = await done('delete', { ids });
    await drive.store([definitionOf('ongedaan 0003')]);
    await done('restore', { ids: [ids[7] as string] });
    const preview = await undoJob(product.services, lead, jobId, { dryRun: true });
    expect(preview).toMatchObject({ reversed: 38, kept: 1, failed: 1 });
    expect(preview.items.map(({ position, code }) => [position, code])).toEqual([
      [3, 'identity_taken'],
      [7, 'edited_since'],
    ]);
    await undoJob(product.services, lead, jobId, {});
    await product.until(jobId, 'rolled_back');
    expect(await drive.outcomes(jobId)).toEqual({
      rolled_back: 38,
      'rollback_conflict identity_taken': 1,
      'rollback_conflict edited_since': 1,
    });
    expect(await find({ q: '"ongedaan 0000"' })).toEqual([ids[0]]);
  });
});

describe('putting deleted definitions back', () => {
  it('takes up everything that was deleted and matches a filter', async () => {
    const ids = await drive.store(definitionsOf('prullenbak', 30));
    const before = await drive.contents();
    await done('delete', { ids });
    const jobId = await done('restore', { filter: { q: 'prullenbak' }, excludedIds: [ids[0] as string] });
    expect(await drive.job(jobId)).toMatchObject({ succeeded: 29 });
    expect(await find({ q: 'prullenbak' })).toHaveLength(29);
    await done('restore', { ids: [ids[0] as string] });
    expect(await drive.contents()).toEqual(before);
    expect(await readDefinition(product.services, lead, ids[0] as string)).toMatchObject({
      version: 3,
      deletedAt: null,
    });
  });

  it('is refused for what is not deleted', async () => {
    const ids = await drive.store([definitionOf('nog hier')]);
    await expect(drive.direct('restore', { ids })).rejects.toMatchObject({ code: 'empty_selection' });
  });

  it('fails one whose identity was taken meanwhile, also by another of the same job', async () => {
    const first = await drive.store([definitionOf('bezet'), definitionOf('dubbel terug'), definitionOf('vrij')]);
    await done('delete', { ids: first });
    const second = await drive.store([definitionOf('bezet'), definitionOf('dubbel terug')]);
    await done('delete', { ids: [second[1] as string] });
    const jobId = await drive.direct('restore', { ids: [...first, second[1] as string] });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 2, 'failed identity_taken': 2 });
  });

  it('can be undone: then they are deleted again', async () => {
    const ids = await drive.store(definitionsOf('heen en weer', 25));
    await done('delete', { ids });
    const before = await drive.contents();
    const jobId = await done('restore', { ids });
    await undoJob(product.services, lead, jobId, {});
    await product.until(jobId, 'rolled_back');
    expect(await drive.contents()).toEqual(before);
  });
});
