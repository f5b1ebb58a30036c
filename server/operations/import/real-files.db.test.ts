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

type Said = { code: string; severity: string; params: Record<'by' | 'path', string> };

async function findingsOf(jobId: string): Promise<Said[]> {
  const { rows } = await product.services.pool.query<Said>(
    `SELECT f ->> 'code' AS code, f ->> 'severity' AS severity, f -> 'params' AS params
     FROM job_items, jsonb_array_elements(findings) AS f WHERE job_id = $1 ORDER BY position`,
    [jobId],
  );
  return rows;
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

describe('the four real frameworks of the criminal procedure code, together', () => {
  it('come in with every circle reported and none refused: only what stands in them twice is left out', async () => {
    const names = ['G01', 'G02', 'G03', 'G04'].map((name) => `${name}-Begrippenkader.md`);
    const files = await Promise.all(names.map((name) => realFile(`markdown-sv/${name}`)));
    const found = names.flatMap((name, index) => (files[index] ? [[name, Buffer.from(files[index])] as const] : []));
    if (found.length === 0) return;
    const actor = await product.person('lead', 'Reclassering Nederland');
    const driven = driveJobs(product, actor);
    const jobId = await driven.import(await driven.upload(Object.fromEntries(found)));
    await product.until(jobId, 'completed');
    expect((await driven.job(jobId)).plan).toEqual({ new: 181, duplicate: 15 });
    expect(await driven.outcomes(jobId)).toEqual({ succeeded: 181, skipped: 15 });

    const said = await findingsOf(jobId);
    const count = (code: string) => said.filter((finding) => finding.code === code).length;
    expect(said.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([count('duplicate_in_upload'), count('reference_dangling')]).toEqual([15, 62]);

    const circles = said.filter(({ code }) => code === 'SAM-05').map(({ params }) => params);
    const kinds = circles.map(({ by, path }) => `${by}, ${path.split(' → ').length - 1} terms`);
    expect(Object.fromEntries(kinds.map((kind) => [kind, kinds.filter((one) => one === kind).length]))).toEqual({
      'hierarchy, 2 terms': 2,
      'reference, 3 terms': 7,
      'reference, 4 terms': 3,
      'reference, 6 terms': 2,
      'mention, 2 terms': 8,
      'mention, 3 terms': 5,
      'mention, 4 terms': 6,
      'mention, 5 terms': 3,
    });
    expect(circles.filter(({ by }) => by === 'hierarchy').map(({ path }) => path)).toEqual([
      'Algemene maatregel van bestuur → Koninklijk besluit → Algemene maatregel van bestuur',
      'Koninklijk besluit → Algemene maatregel van bestuur → Koninklijk besluit',
    ]);
  });
});
