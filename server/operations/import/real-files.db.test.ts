import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { realFile } from '#server/formats/real-files.ts';
import { driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadBytes } from '#server/testing/upload-files.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

/** Imports a file; answers what its plan says. */
async function take(actor: Actor, fileName: string, bytes: Uint8Array) {
  const driven = driveJobs(product, actor);
  const jobId = await driven.import(await uploadBytes(product.services, actor, fileName, Buffer.from(bytes)));
  await product.until(jobId, 'completed');
  return (await driven.job(jobId)).plan;
}

async function countVersions({ organisationId }: Actor): Promise<number> {
  const { rows } = await product.services.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM definition_versions v JOIN definitions d ON d.id = v.definition_id
     WHERE d.organisation_id = $1`,
    [organisationId],
  );
  return rows[0]?.count ?? 0;
}

describe('the real workbook of the wiki', () => {
  it('comes in once: it, and each of our files of it, is 114 times unchanged after that, and writes no version', async () => {
    const workbook = await realFile('jenv-nlsbb/begrippenkader-beslag.xlsx');
    if (!workbook) return;
    const actor = await product.person('lead');
    const driven = driveJobs(product, actor);
    expect(await take(actor, 'beslag.xlsx', workbook)).toEqual({ new: 114 });
    const stored = await driven.contents();
    const versions = await countVersions(actor);

    expect(await take(actor, 'beslag.xlsx', workbook)).toEqual({ unchanged: 114 });
    const plans: Record<string, unknown> = {};
    for (const format of ['json', 'xlsx', 'nl-sbb-turtle'] as const) {
      const jobId = await driven.export({ filter: {}, excludedIds: [] }, { formats: [format] });
      await product.until(jobId, 'completed');
      plans[format] = await take(actor, `${format}.zip`, await driven.download(jobId, 'archive'));
    }
    expect(plans).toEqual({
      json: { unchanged: 114 },
      xlsx: { unchanged: 114 },
      'nl-sbb-turtle': { unchanged: 114 },
    });
    expect(await driven.contents()).toEqual(stored);
    expect(await countVersions(actor)).toBe(versions);
  });
});
