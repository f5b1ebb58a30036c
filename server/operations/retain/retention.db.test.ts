import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findApproval } from '#db/queries/approvals.ts';
import type { Actor } from '#domain/access.ts';
import { decideApproval } from '#server/approvals/decide-approval.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { readReport } from '#server/batches/read-report.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { answerReview } from '#server/definitions/answer-review.ts';
import { definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

let product: Product;
let lead: Actor;
let second: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  second = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

const DIRECT = {
  chunkSize: 20,
  parallelism: 2,
  onError: 'continue',
  confirm: false,
  reason: 'bewaartermijn voorbij',
} as const;
const retain = (action: 'archive' | 'delete', ids: string[], more = {}) =>
  drive.start({ operation: 'retain', selection: { ids }, options: { ...DIRECT, action, ...more } });
const final = (operation: 'anonymise' | 'erase', ids: string[]) =>
  drive.start({ operation, selection: { ids }, options: DIRECT });
const hold = async (ids: string[]) => {
  const { confirm: _, ...options } = DIRECT;
  const jobId = await drive.start({
    operation: 'hold',
    selection: { ids },
    options: { ...options, matter: 'zaak Proef' },
  });
  await product.until(jobId, 'completed');
};
async function approve(jobId: string): Promise<void> {
  await product.until(jobId, 'awaiting_confirmation');
  const approval = await findApproval(product.services.pool, jobId);
  await decideApproval(product.services, second, approval?.id as string, { decision: 'approve', reason: 'akkoord' });
}
async function rowsOf<T extends object>(text: string, ids: string[]): Promise<T[]> {
  return (await product.services.pool.query<T>(text, [ids])).rows;
}

/** Every table and column whose rows have this text, and every stored file. */
async function whereIs(value: string): Promise<string[]> {
  const { pool } = product.services;
  const { rows: columns } = await pool.query<{ table: string; column: string }>(
    `SELECT c.table_schema || '.' || c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const text = `SELECT FROM ${table} WHERE strpos("${column}"::text, $1) > 0 LIMIT 1`;
    if ((await pool.query(text, [value])).rowCount) found.push(`${table}.${column}`);
  }
  const files = join(product.dataDir, 'files');
  for (const entry of await readdir(files, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (entry.isFile() && (await readFile(join(entry.parentPath, entry.name))).includes(value)) found.push(entry.name);
  }
  return found;
}

describe('archiving what has been kept for long enough', () => {
  it('archives whatever its status, keeps what a legal hold is on and says so, and can be undone', async () => {
    const ids = await drive.store([
      ...definitionsOf('oud', 30),
      ...definitionsOf('oud en vast', 2, { status: 'established' }),
      ...definitionsOf('oud archief', 1, { status: 'archived' }),
    ]);
    await hold([ids[0] as string]);
    const before = await drive.contents();
    const jobId = await retain('archive', ids);
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 31, skipped: 1, unchanged: 1 });
    const { rows } = await product.services.pool.query(
      `SELECT reason FROM job_items WHERE job_id = $1 AND status = 'skipped'`,
      [jobId],
    );
    expect(rows).toEqual([{ reason: 'legal_hold' }]);
    expect(await readReport(product.services, lead, jobId)).toMatchObject({ totals: { skipped: 1, succeeded: 31 } });
    const statuses = await rowsOf<{ status: string }>(
      'SELECT DISTINCT status FROM definitions WHERE id = ANY ($1)',
      ids.slice(1),
    );
    expect(statuses).toEqual([{ status: 'archived' }]);
    await undoJob(product.services, lead, jobId, {});
    await product.until(jobId, 'rolled_back');
    expect(await drive.contents()).toEqual(before);
  });

  it('waits for a person when that is asked, and writes nothing before', async () => {
    const ids = await drive.store(definitionsOf('eerst zien', 2));
    const before = await drive.contents();
    const jobId = await retain('archive', ids, { confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    expect(await drive.contents()).toEqual(before);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed');
  });
});

describe('deleting what has been kept for long enough', () => {
  it('deletes so that it can be put back, keeps what a legal hold is on, and can be undone', async () => {
    const ids = await drive.store(definitionsOf('weg', 25));
    await hold(ids.slice(0, 2));
    const before = await drive.contents();
    const jobId = await retain('delete', ids);
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 23, skipped: 2 });
    await undoJob(product.services, lead, jobId, {});
    await product.until(jobId, 'rolled_back');
    expect(await drive.contents()).toEqual(before);
  });

  it('waits for somebody else when there are more than an organisation leaves to one person', async () => {
    const ids = await drive.store(definitionsOf('veel weg', 101));
    const jobId = await retain('delete', ids);
    await product.until(jobId, 'awaiting_confirmation');
    expect(await findApproval(product.services.pool, jobId)).toMatchObject({ reason: 'bewaartermijn voorbij' });
    await cancelJob(product.services, lead, jobId, { keep: true });
  });
});

describe('wiping names', () => {
  it('takes people off every version, review and metadata field, and leaves the legal text as it is', async () => {
    const person = 'Janneke Zilverberg';
    const named = definitionsOf('naamloos', 2, {
      legalMetadata: { auteur: person, wetsartikel: '27 Sv' },
      extras: { bron: { 'dct:creator': person, jaar: 1926 } },
    });
    const jobOfImport = await drive.importOf(named, { confirm: false });
    await product.until(jobOfImport, 'completed');
    const ids = (await drive.items(jobOfImport)).map(({ definitionId }) => definitionId as string);
    const [id] = ids as [string];
    await drive.edit(id, 'verdenking van een strafbaar feit in een proef');
    await answerReview(product.services, lead, {
      id,
      ruleId: 'ESS-03',
      input: { version: 2, answer: 'yes', remark: null },
    });
    await product.until(await drive.export({ ids }), 'completed');
    expect(await whereIs(person)).not.toEqual([]);
    const [before] = await rowsOf<{ definition: string }>('SELECT * FROM definitions WHERE id = ANY ($1)', [id]);

    const jobId = await final('anonymise', ids);
    await approve(jobId);
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 2 });
    expect(await whereIs(person)).toEqual([]);
    const people = await rowsOf(
      `SELECT FROM definitions WHERE id = ANY ($1) AND num_nonnulls(created_by, updated_by, approved_by, deleted_by) > 0
       UNION ALL SELECT FROM definition_versions WHERE definition_id = ANY ($1) AND created_by IS NOT NULL
       UNION ALL SELECT FROM definition_reviews WHERE definition_id = ANY ($1) AND answered_by IS NOT NULL`,
      ids,
    );
    expect(people).toEqual([]);
    const [after] = await rowsOf<Record<string, unknown>>('SELECT * FROM definitions WHERE id = ANY ($1)', [id]);
    expect(after).toMatchObject({
      definition: before?.definition,
      legal_metadata: { wetsartikel: '27 Sv' },
      extras: { bron: { jaar: 1926 } },
      version: 3,
    });
    const again = await final('anonymise', ids);
    await product.until(again, 'awaiting_confirmation');
    expect(await drive.job(again)).toMatchObject({ plan: { unchanged: 2 } });
    await cancelJob(product.services, lead, again, { keep: true });
  });

  it('does not touch what a legal hold is on, also when that was put on it after the plan, and cannot be undone', async () => {
    const ids = await drive.store(definitionsOf('vastgehouden', 3));
    await hold([ids[0] as string]);
    const jobId = await final('anonymise', ids);
    await product.until(jobId, 'awaiting_confirmation');
    await hold([ids[1] as string]);
    await approve(jobId);
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ skipped: 1, 'failed legal_hold': 1, succeeded: 1 });
    await expect(undoJob(product.services, lead, jobId, {})).rejects.toMatchObject({ code: 'not_supported' });
  });
});

describe('deleting for good', () => {
  it('is over what was deleted before, and leaves no text of it in any table or file', async () => {
    const word = 'kwikstaartproef';
    const contents = definitionsOf(word, 3);
    const jobOfImport = await drive.importOf(contents, { confirm: false });
    await product.until(jobOfImport, 'completed');
    const ids = (await drive.items(jobOfImport)).map(({ definitionId }) => definitionId as string);
    await product.until(await drive.export({ ids }), 'completed');
    await product.until(await drive.direct('delete', { ids }), 'completed');
    const jobId = await final('erase', ids);
    await approve(jobId);
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 3 });
    expect(await rowsOf('SELECT FROM definitions WHERE id = ANY ($1)', ids)).toEqual([]);
    expect(await whereIs(word)).toEqual([]);
    const entries = await rowsOf<{ old_hash: string }>(
      `SELECT old_hash FROM audit_entries WHERE action = 'definition.erased' AND subject_id = ANY ($1)`,
      ids,
    );
    expect(entries.map(({ old_hash }) => old_hash.length)).toEqual([64, 64, 64]);
  });

  it('selects nothing that was not deleted, keeps what a legal hold is on and what was put back meanwhile', async () => {
    const ids = await drive.store(definitionsOf('teruggezet', 3));
    const live = drive.start({ operation: 'erase', selection: { ids }, options: DIRECT });
    await expect(live).rejects.toMatchObject({ code: 'empty_selection' });
    await product.until(await drive.direct('delete', { ids }), 'completed');
    await product.services.pool.query('UPDATE definitions SET holds = 1 WHERE id = $1', [ids[0]]);
    const jobId = await final('erase', ids);
    await product.until(jobId, 'awaiting_confirmation');
    await product.until(await drive.direct('restore', { ids: [ids[1] as string], deleted: true }), 'completed');
    await approve(jobId);
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ skipped: 1, 'failed definition_gone': 1, succeeded: 1 });
    await product.services.pool.query('UPDATE definitions SET holds = 0 WHERE id = $1', [ids[0]]);
  });
});
