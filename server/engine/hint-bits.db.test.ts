import { afterAll, beforeAll, expect, it } from 'vitest';
import { setHintBitsOfStaged, setHintBitsOfWritten } from '#db/queries/set-hint-bits.ts';
import { rowsRead } from '#db/testing/rows-read.ts';
import type { Actor } from '#domain/access.ts';
import { createBatch } from '#server/batches/create-batch.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadGenerated } from '#server/testing/upload-files.ts';

let product: Product;
let lead: Actor;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
});
afterAll(() => product.close());

const COUNT = 60;
const SELECTION = { filter: {}, excludedIds: [] };
const PACE = { chunkSize: 20, parallelism: 2, onError: 'continue' } as const;

async function run(job: Parameters<typeof createBatch>[2]['jobs'][number]): Promise<string> {
  const { jobs } = await createBatch(product.services, lead, { jobs: [job] });
  const id = jobs[0]?.id as string;
  await product.until(id, 'completed');
  return id;
}

async function imported(seed: number): Promise<string> {
  const uploadId = await uploadGenerated(product.services, lead, COUNT, seed);
  return run({ operation: 'import', uploadId, options: { ...PACE, conflict: 'skip', confirm: false } });
}

/** The items that are read once more while this is done, by the name of the statement. */
async function readOnceMore(work: () => Promise<unknown>): Promise<Record<string, number[]>> {
  const { pool } = product.services;
  const read: Record<string, number[]> = {};
  const send = pool.query.bind(pool) as (...args: unknown[]) => unknown;
  const listening = (...args: unknown[]) => {
    const { name, values } = (args[0] ?? {}) as { name?: string; values?: number[] };
    const [, first = 0, last = -1] = values ?? [];
    if (name?.startsWith('set-hint-bits'))
      read[name] = [...(read[name] ?? []), ...Array.from({ length: last - first + 1 }, (_, index) => first + index)];
    return send(...args);
  };
  pool.query = listening as typeof pool.query;
  await work();
  pool.query = send as typeof pool.query;
  for (const items of Object.values(read)) items.sort((a, b) => a - b);
  return read;
}

it('reads once more what each chunk wrote, and an import what it staged', async () => {
  const all = Array.from({ length: COUNT }, (_, item) => item);
  const written = { 'set-hint-bits-of-written': all };
  expect(await readOnceMore(() => imported(3))).toEqual({ ...written, 'set-hint-bits-of-staged': all });
  const options = { ...PACE, reason: 'proef' };
  expect(await readOnceMore(() => run({ operation: 'delete', selection: SELECTION, options }))).toEqual(written);
  const selection = { filter: { deleted: true }, excludedIds: [] };
  expect(await readOnceMore(() => run({ operation: 'restore', selection, options }))).toEqual(written);
  const formats = { ...PACE, formats: ['json' as const] };
  expect(await readOnceMore(() => run({ operation: 'export', selection: SELECTION, options: formats }))).toEqual({});
});

it('reads each row that was staged or written', async () => {
  const { pool } = product.services;
  const id = await imported(4);
  const range = { first: 0, last: COUNT - 1 };
  for (const table of ['definitions', 'definition_versions', 'job_items', 'job_item_contents']) {
    const { read } = await rowsRead(pool, [table], async (sql) => {
      await setHintBitsOfStaged(sql, id, range);
      await setHintBitsOfWritten(sql, id, range);
    });
    expect(read, table).toBeGreaterThanOrEqual(COUNT);
  }
});
