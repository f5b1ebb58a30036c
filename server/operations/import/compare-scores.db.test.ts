import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { definitionOf, definitionsOf, driveJobs, fileOf, unzip } from '#server/testing/drive-jobs.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadZip } from '#server/testing/upload-files.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());

const worse = (text: string) => text.replace('persoon of zaak die', 'is iets, zoals een zaak, indien zij enz.');

async function findingsOf(files: Record<string, string>) {
  const jobId = await drive.import(await uploadZip(product.services, lead, files), { confirm: true });
  await product.until(jobId, 'awaiting_confirmation');
  const { rows } = await product.services.pool.query(
    `SELECT i.source_file AS file, f ->> 'severity' AS severity, f -> 'params' AS params
     FROM job_items i, jsonb_array_elements(i.findings) f
     WHERE i.job_id = $1 AND f ->> 'code' = 'quality_degraded' ORDER BY i.position`,
    [jobId],
  );
  return rows;
}

describe('an imported definition that scores lower than its file says', () => {
  it('is flagged with both scores when the manifest was made under comparable rules', async () => {
    const ids = await drive.store(definitionsOf('gedaald', 3));
    const jobId = await drive.export({ ids });
    await product.until(jobId, 'completed');
    const files = Object.fromEntries(await unzip(await drive.download(jobId, 'archive')));
    expect(await findingsOf(files)).toEqual([]);
    const [name = ''] = Object.keys(files).filter((file) => file.includes('gedaald'));
    const found = await findingsOf({ ...files, [name]: worse(files[name] ?? '') });
    expect(found).toEqual([
      { file: name, severity: 'warning', params: { before: 97, now: expect.any(Number), ruleSet: '3/nl-sbb/0' } },
    ]);
    expect(found[0].params.now).toBeLessThan(90);
  });

  it('is flagged as something to look at when the predecessor gave the score', async () => {
    const content = (term: string) => ({
      ...definitionOf(term),
      definition: 'is zie enz., tenzij',
      category: 'OTH' as const,
      legalBasis: [],
      extras: { validation_score: 0.98 },
    });
    const found = await findingsOf({
      'a.json': fileOf(content('oud slecht')),
      'b.json': fileOf({ ...definitionOf('oud goed'), extras: { validation_score: 0.98 } }),
    });
    expect(found).toMatchObject([{ file: 'a.json', severity: 'info', params: { before: 98, ruleSet: '?' } }]);
  });
});
