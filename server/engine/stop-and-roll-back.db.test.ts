import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { readReport } from '#server/batches/read-report.ts';
import { definitionOf, definitionsOf, driveJobs, filesOf, unzip } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { hold, holdItem, startHeld } from '#server/testing/hold.ts';
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

const cancel = (jobId: string, keep: boolean) => cancelJob(product.services, lead, jobId, { keep });

type Options = Parameters<typeof drive.import>[1];

/** Starts an import and holds it in the chunk that has `position`; the chunks before it are done, with one lane. */
async function importUpTo(files: Record<string, string>, position: number, options: Options = {}) {
  const jobId = await drive.import(await drive.upload(files), { parallelism: 1, ...options, confirm: true });
  await product.until(jobId, 'awaiting_confirmation');
  const held = await holdItem(product.url, jobId, position);
  await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
  await held.reached();
  return { jobId, held };
}

async function relationsOf(ids: readonly string[]) {
  const { rows } = await product.services.pool.query(
    `SELECT definition_id, position, type, target_term, target_id FROM definition_relations
     WHERE definition_id = ANY ($1::uuid[]) ORDER BY 1, 2`,
    [ids],
  );
  return rows;
}

describe('stopping a job and keeping what is done', () => {
  it('lets the chunk in flight finish and starts no other', async () => {
    const { jobId, held } = await importUpTo(filesOf(definitionsOf('houd', 200)), 50);
    expect((await cancel(jobId, true)).status).toBe('cancelling');
    await held.release();
    expect(await product.until(jobId, 'cancelled')).toMatchObject({ succeeded: 60, cancelled: 140, failed: 0 });
    const { totals } = await readReport(product.services, lead, jobId);
    expect(totals).toMatchObject({ total: 200, succeeded: 60, cancelled: 140, pending: 0 });
  });

  it('lets every lane finish its chunk', async () => {
    const { jobId, held } = await importUpTo(filesOf(definitionsOf('banen', 400)), 0, { parallelism: 4, chunkSize: 5 });
    await cancel(jobId, true);
    await held.release();
    const progress = await product.until(jobId, 'cancelled');
    expect(progress.succeeded + progress.cancelled).toBe(400);
    expect(progress.succeeded).toBeGreaterThanOrEqual(5);
  });

  it('is refused once the job has ended, with the state it is in', async () => {
    const jobId = await drive.importOf(definitionsOf('al klaar', 3));
    await product.until(jobId, 'completed');
    for (const keep of [true, false])
      await expect(cancel(jobId, keep)).rejects.toMatchObject({ code: 'wrong_state', params: { status: 'completed' } });
  });

  it('gives an export whose archive holds what was done', async () => {
    const ids = await drive.store(definitionsOf('archief', 100));
    const { jobId, held } = await startHeld(product.url, () => drive.export({ ids }, { parallelism: 1 }), 45);
    await cancel(jobId, true);
    await held.release();
    expect(await product.until(jobId, 'cancelled')).toMatchObject({ succeeded: 60, cancelled: 40 });
    const entries = await unzip(await drive.download(jobId, 'archive'));
    expect([...entries.keys()].filter((name) => name.startsWith('definities/'))).toHaveLength(60);
    expect(JSON.parse(entries.get('report.json') ?? '').totals).toMatchObject({ succeeded: 60, cancelled: 40 });
  });

  it('works while the upload is being checked, and leaves nothing half known', async () => {
    const before = await drive.contents();
    for (const [keep, status] of [
      [true, 'cancelled'],
      [false, 'rolled_back'],
    ] as const) {
      const held = await hold(product.url, 'LOCK TABLE definitions IN ACCESS EXCLUSIVE MODE');
      const jobId = await drive.importOf(definitionsOf('controle', 40));
      await held.reached();
      await cancel(jobId, keep);
      await held.release();
      expect(await product.until(jobId, status)).toMatchObject({ total: 0, processed: 0 });
    }
    expect(await drive.contents()).toEqual(before);
  });

  it('works while the job is being finished', async () => {
    for (const [keep, status, left] of [
      [true, 'cancelled', 10],
      [false, 'rolled_back', 0],
    ] as const) {
      const held = await hold(product.url, 'LOCK TABLE definition_relations IN EXCLUSIVE MODE');
      const jobId = await drive.importOf(definitionsOf(`slot ${keep}`, 10));
      await product.until(jobId, 'finalizing');
      await held.reached();
      await cancel(jobId, keep);
      await held.release();
      expect(await product.until(jobId, status)).toMatchObject({ succeeded: left, rolledBack: 10 - left });
    }
  });

  it('ends a plan that waits for confirmation at once', async () => {
    for (const [keep, status] of [
      [true, 'cancelled'],
      [false, 'rolled_back'],
    ] as const) {
      const jobId = await drive.importOf(definitionsOf('wachtend', 10), { confirm: true });
      await product.until(jobId, 'awaiting_confirmation');
      expect(await cancel(jobId, keep)).toMatchObject({ status, cancelled: 10 });
    }
  });
});

describe('stopping a job and taking back what it did', () => {
  it('brings every definition, relation and identity back to what it was', async () => {
    const link = (targetTerm: string) => [{ type: 'related' as const, targetId: null, targetTerm }];
    const old = definitionsOf('terug', 60).map((content, index) =>
      index % 3 === 0 ? { ...content, relations: link('terug 0001') } : content,
    );
    const jobOfOld = await drive.importOf(old);
    await product.until(jobOfOld, 'completed');
    const ids = (await drive.items(jobOfOld)).map((item) => item.definitionId as string);
    const [contents, relations] = [await drive.contents(), await relationsOf(ids)];
    expect(relations.filter((relation) => relation.target_id === ids[1])).toHaveLength(20);

    const renamed = old.map((content) => ({
      ...content,
      term: `${content.term} anders`,
      relations: link('terug 0002'),
    }));
    const files = { ...filesOf(renamed, ids), ...prefixed('z-', filesOf(definitionsOf('erbij', 60))) };
    const { jobId, held } = await importUpTo(files, 90);
    await cancel(jobId, false);
    await held.release();
    const progress = await product.until(jobId, 'rolled_back');
    expect(progress).toMatchObject({ succeeded: 0, rollbackConflict: 0 });
    expect(progress.rolledBack + progress.cancelled).toBe(120);
    expect(progress.rolledBack).toBeGreaterThanOrEqual(60);
    expect(await drive.contents()).toEqual(contents);
    expect(await relationsOf(ids)).toEqual(relations);

    const again = await drive.importOf([...renamed, ...definitionsOf('erbij', 60)]);
    expect(await product.until(again, 'completed')).toMatchObject({ succeeded: 120 });
    expect((await drive.job(again)).plan).toEqual({ new: 120 });
  });

  it('keeps what somebody edited since, and says so', async () => {
    const old = definitionsOf('bewerkt', 40);
    const ids = await drive.store(old);
    const rewritten = old.map((content) => ({ ...content, definition: `${content.definition}, herzien` }));
    const files = { ...filesOf(rewritten, ids), ...prefixed('z-', filesOf(definitionsOf('bewerkt nieuw', 40))) };
    const { jobId, held } = await importUpTo(files, 70);
    const created = (await drive.items(jobId))[45]?.definitionId as string;
    await drive.edit(ids[3] as string, 'persoon zoals iemand hem daarna omschreef');
    await drive.edit(created, 'zaak zoals iemand haar daarna omschreef');
    await cancel(jobId, false);
    await held.release();
    await product.until(jobId, 'rolled_back');
    expect(await drive.outcomes(jobId)).toEqual({
      rolled_back: 58,
      'rollback_conflict edited_since': 2,
      cancelled: 20,
    });
    const { rows } = await product.services.pool.query('SELECT definition FROM definitions WHERE id = ANY ($1)', [
      [ids[3], created],
    ]);
    expect(rows.map((row) => row.definition).sort()).toEqual([
      'persoon zoals iemand hem daarna omschreef',
      'zaak zoals iemand haar daarna omschreef',
    ]);
  });

  it('keeps what cannot go back because its old identity was given away, and takes the rest back', async () => {
    const old = definitionsOf('weggegeven', 40);
    const ids = await drive.store(old);
    const renamed = old.map((content) => ({ ...content, term: `${content.term} hernoemd` }));
    const { jobId, held } = await importUpTo(filesOf(renamed, ids), 30);
    await drive.store([old[5] as DefinitionContent]);
    await cancel(jobId, false);
    await held.release();
    await product.until(jobId, 'rolled_back');
    expect(await drive.outcomes(jobId)).toEqual({
      rolled_back: 19,
      'rollback_conflict identity_taken': 1,
      cancelled: 20,
    });
  });

  it('leaves no file of an export', async () => {
    const ids = await drive.store(definitionsOf('geen archief', 60));
    const { jobId, held } = await startHeld(product.url, () => drive.export({ ids }, { parallelism: 1 }), 45);
    await cancel(jobId, false);
    await held.release();
    expect(await product.until(jobId, 'rolled_back')).toMatchObject({ rolledBack: 40, cancelled: 20 });
    expect((await drive.job(jobId)).artifacts).toEqual([]);
  });

  it('takes nothing back of an all-or-nothing job, for it has done nothing yet', async () => {
    const before = await drive.contents();
    const { jobId, held } = await importUpTo(filesOf(definitionsOf('nog niets', 100)), 99, {
      onError: 'all_or_nothing',
    });
    await cancel(jobId, false);
    await held.release();
    expect(await product.until(jobId, 'rolled_back')).toMatchObject({ rolledBack: 0, cancelled: 100 });
    expect(await drive.contents()).toEqual(before);
  });
});

describe('stopping a job at any moment', () => {
  it('ends it with everything accounted for', async () => {
    for (let round = 0; round < 12; round++) {
      const keep = round % 2 === 0;
      const before = await drive.contents();
      const options = { chunkSize: 4, parallelism: 1 + (round % 4) };
      const jobId = await drive.importOf(definitionsOf(`moment ${round}`, 48), options);
      await drive.until(jobId, ({ status, succeeded }) => status === 'completed' || succeeded >= round * 4);
      const stopped = await cancel(jobId, keep).then(
        () => true,
        () => false,
      );
      const progress = await product.until(jobId, stopped ? (keep ? 'cancelled' : 'rolled_back') : 'completed');
      const written = Object.keys(await drive.contents()).length - Object.keys(before).length;
      expect(written).toBe(progress.succeeded);
      if (stopped && !keep) expect(await drive.contents()).toEqual(before);
    }
  });
});

describe('a job that no processor has taken yet', () => {
  it('is ended at once', async () => {
    const waiting = await startProduct({ processor: false });
    const person = await waiting.person('lead');
    const idle = driveJobs(waiting, person);
    for (const [keep, status] of [
      [true, 'cancelled'],
      [false, 'rolled_back'],
    ] as const) {
      const jobId = await idle.importOf([definitionOf('nooit')]);
      expect((await cancelJob(waiting.services, person, jobId, { keep })).status).toBe(status);
    }
    await expectInvariants(waiting.services.pool);
    await waiting.close();
  });
});

function prefixed(prefix: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [prefix + name, text]));
}
