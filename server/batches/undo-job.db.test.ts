import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { runJob } from '#server/engine/run-job.ts';
import { definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { holdItem } from '#server/testing/hold.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { undoJob } from './undo-job.ts';

let product: Product;
let lead: Actor;
let colleague: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct({ processor: false });
  lead = await product.person('lead');
  colleague = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

let fences = 0;
const work = (jobId: string) =>
  runJob(product.engine, { jobId, fence: `fence ${fences++}`, attempt: 0, signal: new AbortController().signal });

/** An import of new and of changed definitions that has ended. */
async function ended(name: string, count = 50) {
  const contents = definitionsOf(name, count);
  const ids = await drive.store(contents.slice(0, 20));
  const before = await drive.contents();
  const rewritten = contents.map((content) => ({ ...content, definition: `${content.definition}, herzien` }));
  const jobId = await drive.import(await drive.upload(filesOf(rewritten, ids)), {
    conflict: 'overwrite',
    parallelism: 1,
  });
  await work(jobId);
  expect(await drive.job(jobId)).toMatchObject({ status: 'completed', succeeded: count });
  return { jobId, before, ids };
}

describe('the undo of an ended job', () => {
  it('leaves everything as it was before, and says so beforehand', async () => {
    const { jobId, before } = await ended('alles terug');
    const there = await drive.contents();
    expect(await undoJob(product.services, lead, jobId, { dryRun: true })).toMatchObject({
      reversed: 50,
      kept: 0,
      failed: 0,
      items: [],
      job: { status: 'completed', undoable: true },
    });
    expect(await drive.contents()).toEqual(there);
    expect((await undoJob(product.services, lead, jobId, {})).job).toMatchObject({
      status: 'rolling_back',
      finishedAt: null,
    });
    await work(jobId);
    expect(await drive.job(jobId)).toMatchObject({ status: 'rolled_back', rolledBack: 50, succeeded: 0 });
    expect(await drive.contents()).toEqual(before);
  });

  it('keeps what was edited since, names it, and frees the identities of the rest', async () => {
    const { jobId, ids } = await ended('deels terug');
    await drive.edit(ids[3] as string, 'door een ander aangepast');
    const preview = await undoJob(product.services, lead, jobId, { dryRun: true });
    expect(preview).toMatchObject({ reversed: 49, kept: 1, failed: 0 });
    expect(preview.items).toEqual([
      { position: 3, term: 'deels terug 0003', definitionId: ids[3], code: 'edited_since' },
    ]);
    await undoJob(product.services, lead, jobId, {});
    await work(jobId);
    expect(await drive.job(jobId)).toMatchObject({ status: 'rolled_back', rolledBack: 49, rollbackConflict: 1 });
    expect(await drive.outcomes(jobId)).toEqual({ rolled_back: 49, 'rollback_conflict edited_since': 1 });
    // The identities of what was new are free again.
    const again = await drive.importOf(definitionsOf('deels terug', 50).slice(20));
    await work(again);
    expect(await drive.job(again)).toMatchObject({ status: 'completed', succeeded: 30 });
  });

  it('is the deed of whoever asked for it, not of whoever started the job', async () => {
    const { jobId } = await ended('andermans werk');
    await undoJob(product.services, colleague, jobId, {});
    await work(jobId);
    const { rows } = await product.services.pool.query(
      `SELECT DISTINCT action, actor_id AS actor FROM audit_entries
       WHERE job_id = $1 AND action IN ('definition.deleted', 'definition.restored', 'job.undo') ORDER BY 1`,
      [jobId],
    );
    expect(rows).toEqual(
      ['definition.deleted', 'definition.restored', 'job.undo'].map((action) => ({ action, actor: colleague.id })),
    );
  });

  it('happens once when two people ask for it at once', async () => {
    const { jobId } = await ended('twee tegelijk');
    const asked = await Promise.allSettled(
      [lead, colleague].map((actor) => undoJob(product.services, actor, jobId, {})),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(asked.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'wrong_state',
      params: { status: 'rolling_back' },
    });
    await work(jobId);
    expect(await drive.job(jobId)).toMatchObject({ status: 'rolled_back', rolledBack: 50 });
    await expect(undoJob(product.services, lead, jobId, {})).rejects.toMatchObject({ code: 'wrong_state' });
  });

  it('goes on where a processor was lost in the middle of it', async () => {
    const { jobId, before } = await ended('verloren bij het terugdraaien', 600);
    await undoJob(product.services, lead, jobId, {});
    const stopping = new AbortController();
    const cut = { ...product.engine, stopping: stopping.signal };
    const held = await holdItem(product.url, jobId, 300);
    const first = runJob(cut, { jobId, fence: 'cut', attempt: 0, signal: new AbortController().signal });
    const lost = expect(first).rejects.toThrow();
    await held.reached();
    stopping.abort();
    await held.release();
    await lost;
    expect(await drive.job(jobId)).toMatchObject({ status: 'rolling_back', rolledBack: 500 });
    await work(jobId);
    expect(await drive.job(jobId)).toMatchObject({ status: 'rolled_back', rolledBack: 600 });
    expect(await drive.contents()).toEqual(before);
  });

  it('is not there for an export, for a job at work, or for another organisation', async () => {
    const exported = await drive.export({ ids: await drive.store(definitionsOf('uit', 1)) });
    await work(exported);
    await expect(undoJob(product.services, lead, exported, {})).rejects.toMatchObject({ code: 'not_supported' });
    const waiting = await drive.importOf(definitionsOf('nog bezig', 1));
    await expect(undoJob(product.services, lead, waiting, {})).rejects.toMatchObject({ code: 'wrong_state' });
    const stranger = await product.person('lead', 'Dienst Justitiële Inrichtingen');
    await expect(undoJob(product.services, stranger, waiting, {})).rejects.toMatchObject({ code: 'not_found' });
    await work(waiting);
  });
});
