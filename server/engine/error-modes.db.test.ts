import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { definitionOf, definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
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

type Options = Parameters<typeof drive.import>[1];
const rewritten = (contents: readonly DefinitionContent[]) =>
  contents.map((content) => ({ ...content, definition: `${content.definition}, herzien` }));

/** Plans an update of `count` definitions, lets somebody edit those at `edited` before it is confirmed, and confirms it. */
async function importOverEdits(name: string, count: number, edited: readonly number[], options: Options) {
  const contents = definitionsOf(name, count);
  const ids = await drive.store(contents);
  const jobId = await drive.importOf(rewritten(contents), { ...options, confirm: true });
  await product.until(jobId, 'awaiting_confirmation');
  await drive.editAll(edited.map((index) => ids[index] as string));
  const before = await drive.contents();
  await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
  return { jobId, ids, before };
}

const every = (step: number, count: number) => Array.from({ length: Math.floor(count / step) }, (_, i) => i * step + 7);

describe('chunks', () => {
  it.each([
    [1, 1],
    [20, 4],
    [1000, 8],
  ])('write everything once in chunks of %i and %i lanes', async (chunkSize, parallelism) => {
    const name = `blok ${chunkSize}`;
    const jobId = await drive.importOf(definitionsOf(name, 90), { chunkSize, parallelism });
    const progress = await product.until(jobId, 'completed');
    expect(progress).toMatchObject({ total: 90, succeeded: 90, percent: 100 });
    expect(progress.chunks).toEqual({ done: Math.ceil(90 / chunkSize), total: Math.ceil(90 / chunkSize) });
    expect(product.log).toEqual([]);
  });
});

describe('a definition that somebody edits between plan and confirmation', () => {
  it('is a failure of its own and keeps the edit', async () => {
    const { jobId, ids } = await importOverEdits('los', 60, [7, 30], { onError: 'continue' });
    expect(await product.until(jobId, 'completed_with_errors')).toMatchObject({ succeeded: 58, failed: 2 });
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 58, 'failed stale_version': 2 });
    const { rows } = await product.services.pool.query('SELECT version, definition FROM definitions WHERE id = $1', [
      ids[7],
    ]);
    expect(rows).toEqual([{ version: 2, definition: expect.stringMatching(/, intussen$/) }]);
  });

  it('stops a job that tolerates n failures at failure n + 1, whatever the lanes', async () => {
    const edited = every(10, 200);
    for (const [maxErrors, parallelism] of [
      [0, 1],
      [3, 4],
      [5, 8],
    ] as const) {
      const name = `grens ${maxErrors} ${parallelism}`;
      const { jobId } = await importOverEdits(name, 200, edited, { maxErrors, parallelism, chunkSize: 20 });
      const progress = await product.until(jobId, 'failed');
      expect(progress.failed).toBe(maxErrors + 1);
      expect(progress.cancelled).toBe(200 - progress.succeeded - progress.failed);
      expect(progress.cancelled).toBeGreaterThan(0);
      expect((await drive.job(jobId)).problem).toEqual({ code: 'too_many_errors', params: { limit: maxErrors } });
    }
  });

  it('lets a job end well that tolerates just as many as fail', async () => {
    const { jobId } = await importOverEdits('genoeg', 100, [7, 27, 99], { maxErrors: 3, parallelism: 4 });
    expect(await product.until(jobId, 'completed_with_errors')).toMatchObject({ succeeded: 97, failed: 3 });
  });

  it('undoes its chunk and keeps the earlier ones when the job is to stop', async () => {
    const { jobId, before } = await importOverEdits('stop', 100, [47], { onError: 'stop', parallelism: 1 });
    expect(await product.until(jobId, 'failed')).toMatchObject({ succeeded: 40, failed: 1, cancelled: 59 });
    expect((await drive.job(jobId)).problem?.code).toBe('stopped_at_error');
    const items = await drive.items(jobId);
    expect(items.filter((item) => item.status === 'succeeded').map((item) => item.position)).toEqual(
      Array.from({ length: 40 }, (_, index) => index),
    );
    expect(items[47]).toMatchObject({ status: 'failed', code: 'stale_version' });
    const after = await drive.contents();
    const changed = Object.keys(after).filter((id) => after[id] !== before[id]);
    expect(changed).toHaveLength(40);
  });

  it('leaves nothing of an all-or-nothing job, and says which item it was', async () => {
    const { jobId, before } = await importOverEdits('alles', 100, [93], { onError: 'all_or_nothing' });
    expect(await product.until(jobId, 'failed')).toMatchObject({ succeeded: 0, failed: 1, cancelled: 99 });
    expect((await drive.job(jobId)).problem?.code).toBe('all_or_nothing_failed');
    expect((await drive.items(jobId))[93]).toMatchObject({ status: 'failed', code: 'stale_version' });
    expect(await drive.contents()).toEqual(before);
  });

  it('does not hinder an all-or-nothing job over other definitions', async () => {
    const { jobId } = await importOverEdits('alles goed', 100, [], { onError: 'all_or_nothing' });
    const progress = await product.until(jobId, 'completed');
    expect(progress).toMatchObject({ succeeded: 100, failed: 0, chunks: { done: 5, total: 5 } });
  });
});

describe('a dry run', () => {
  it('gathers every error and writes nothing', async () => {
    const contents = definitionsOf('proef', 30);
    await drive.store(contents.slice(0, 10));
    const before = await drive.contents();
    const files = filesOf([...contents.slice(0, 5), ...rewritten(contents.slice(5, 10)), ...contents.slice(10)]);
    files['stuk.json'] = '{"term": "zonder einde"';
    files['zonder-term.json'] = JSON.stringify({ ...definitionOf('x'), term: '' });
    const jobId = await drive.import(await drive.upload(files), { onError: 'collect' });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({
      unchanged: 5,
      skipped: 25,
      'failed json_broken': 1,
      'failed term_missing': 1,
    });
    expect(await drive.contents()).toEqual(before);
  });
});

describe('invalid items', () => {
  it('refuse the plan of a job that tolerates fewer, with the findings and a file to correct', async () => {
    const before = await drive.contents();
    const files = filesOf(definitionsOf('te veel', 20));
    for (const name of ['a', 'b', 'c']) files[`${name}.json`] = JSON.stringify({ definition: 'zonder begrip' });
    for (const options of [{ maxErrors: 2 }, { onError: 'stop' }, { onError: 'all_or_nothing' }] as const) {
      const jobId = await drive.import(await drive.upload(files), options);
      expect(await product.until(jobId, 'failed')).toMatchObject({ total: 23, failed: 3, cancelled: 20 });
      const limit = 'maxErrors' in options ? 2 : 0;
      expect((await drive.job(jobId)).problem).toEqual({
        code: 'invalid_items_not_tolerated',
        params: { count: 3, limit },
      });
      expect((await drive.download(jobId, 'error_file')).length).toBeGreaterThan(100);
    }
    expect(await drive.contents()).toEqual(before);
  });

  it('fail alone in a job that tolerates them', async () => {
    const files = filesOf(definitionsOf('genoeg goed', 20));
    files['x.json'] = JSON.stringify({ definition: 'zonder begrip' });
    const jobId = await drive.import(await drive.upload(files), { maxErrors: 1 });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 20, 'failed term_missing': 1 });
  });
});

describe('an error that the whole chunk dies of', () => {
  /** Renames `count` definitions; the new identity of those at `taken` is given away before the plan is confirmed. */
  async function renameIntoTaken(name: string, count: number, taken: readonly number[], options: Options) {
    const contents = definitionsOf(name, count);
    const ids = await drive.store(contents);
    const renamed = contents.map((content) => ({ ...content, term: `${content.term} hernoemd` }));
    const jobId = await drive.import(await drive.upload(filesOf(renamed, ids)), { ...options, confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    await drive.store(taken.map((index) => renamed[index] as DefinitionContent));
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    return jobId;
  }

  it.each([
    [1, 3],
    [10, 30],
  ])('lets only the guilty items fail when %i percent are', async (percent, guilty) => {
    const taken = every(300 / guilty, 300);
    const jobId = await renameIntoTaken(`botsing ${percent}`, 300, taken, { parallelism: 4 });
    expect(await product.until(jobId, 'completed_with_errors')).toMatchObject({ succeeded: 300 - guilty });
    const failed = (await drive.items(jobId)).filter((item) => item.status === 'failed');
    expect(failed.map((item) => item.position)).toEqual(taken);
    expect(new Set(failed.map((item) => item.code))).toEqual(new Set(['identity_taken']));
  });

  it('stops at failure n + 1 there too', async () => {
    const jobId = await renameIntoTaken('botsing met grens', 200, every(10, 200), { maxErrors: 4, parallelism: 4 });
    const progress = await product.until(jobId, 'failed');
    expect(progress.failed).toBe(5);
  });

  it('leaves nothing of an all-or-nothing job', async () => {
    const jobId = await renameIntoTaken('botsing of niets', 60, [51], { onError: 'all_or_nothing' });
    expect(await product.until(jobId, 'failed')).toMatchObject({ succeeded: 0, failed: 1, cancelled: 59 });
    expect((await drive.items(jobId))[51]).toMatchObject({ status: 'failed', code: 'identity_taken' });
  });

  it('names a row the database refuses without telling its inside', async () => {
    const jobId = await drive.importOf(definitionsOf('regel', 40), { confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    await product.services.pool.query(
      `UPDATE job_item_contents SET image = jsonb_set(image, '{quality_score}', '7') WHERE job_id = $1 AND position = 11`,
      [jobId],
    );
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 39, 'failed database_error': 1 });
    expect((await drive.items(jobId))[11]).toMatchObject({ code: 'database_error', detail: '23514' });
  });

  it('is a failure of a new item whose identity was taken meanwhile', async () => {
    const contents = definitionsOf('te laat', 25);
    const jobId = await drive.importOf(contents, { confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    await drive.store([contents[3] as DefinitionContent]);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 24, 'failed identity_taken': 1 });
  });
});
