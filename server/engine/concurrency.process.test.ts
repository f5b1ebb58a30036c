import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { definitionsOf, driveJobs, fileOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type SpawnedProcessor, spawnProcessor } from '#server/testing/spawn-processor.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadBytes } from '#server/testing/upload-files.ts';

const ITEMS = 300;
const CHUNK = 30;
const JOBS_EACH = 5;
const WITHIN_MS = 300_000;
/** No organisation has more jobs than this with processors at once. */
const AT_WORK = 5;

let product: Product;
let processors: SpawnedProcessor[];

beforeAll(async () => {
  product = await startProduct({ processor: false });
  processors = [];
});
afterAll(async () => {
  await Promise.all(processors.map((processor) => processor.end('SIGKILL')));
  await product.close();
});

type Ended = { id: string; organisationId: string; status: string; succeeded: number; total: number; why: unknown };

/** Jobs in the order in which they ended. */
async function ended(): Promise<Ended[]> {
  const { rows } = await product.services.pool.query<Ended>(
    `SELECT id, organisation_id AS "organisationId", status, succeeded, total,
       jsonb_build_array(problem_code, problem_params, takeovers, phase) AS why
     FROM jobs WHERE finished_at IS NOT NULL
     ORDER BY finished_at`,
  );
  return rows;
}

it(
  'twenty jobs of four people in two organisations share three processors fairly, and every item is counted once',
  async () => {
    const people: Actor[] = [];
    for (const organisation of ['Openbaar Ministerie', 'Dienst Justitiële Inrichtingen'])
      people.push(await product.person('lead', organisation), await product.person('lead', organisation));
    // Those of the first organisation come first: a queue that went by arrival would have the other wait for all of them.
    const jobs: string[] = [];
    for (const [index, actor] of people.entries())
      for (let job = 0; job < JOBS_EACH; job++) {
        const records = definitionsOf(`persoon ${index} opdracht ${job}`, ITEMS).map((one) => JSON.parse(fileOf(one)));
        const upload = Buffer.from(JSON.stringify(records));
        const uploadId = await uploadBytes(product.services, actor, 'definities.json', upload);
        jobs.push(await driveJobs(product, actor).import(uploadId, { chunkSize: CHUNK }));
      }
    processors = [1, 2, 3].map(() => spawnProcessor(product));

    const order = await vi.waitFor(
      async () => {
        const all = await ended();
        expect(all).toHaveLength(jobs.length);
        return all;
      },
      { timeout: WITHIN_MS, interval: 100 },
    );
    for (const job of order)
      expect(job, `${JSON.stringify(job.why)} ${processors.map((one) => one.output()).join('')}`).toMatchObject({
        status: 'completed',
        total: ITEMS,
        succeeded: ITEMS,
      });

    // After every end, neither organisation is ahead of the other by more than it may have at work at once.
    let ahead = 0;
    const first = people[0]?.organisationId;
    for (const { organisationId } of order) {
      ahead += organisationId === first ? 1 : -1;
      expect(
        Math.abs(ahead),
        order.map((job) => (job.organisationId === first ? 'A' : 'B')).join(''),
      ).toBeLessThanOrEqual(AT_WORK);
    }
    await expectInvariants(product.services.pool);
  },
  WITHIN_MS,
);
