import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Manifest, manifestSchema } from '#contract/manifest.ts';
import { writeRedactionSettings } from '#db/queries/redaction-settings.ts';
import type { Actor } from '#domain/access.ts';
import { EXPORT_FORMATS } from '#domain/export-formats.ts';
import { createBatch } from '#server/batches/create-batch.ts';
import { readReport } from '#server/batches/read-report.ts';
import { retryItems } from '#server/batches/retry-items.ts';
import { definitionOf, driveJobs, unzip } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadBytes } from '#server/testing/upload-files.ts';

/** Of the series that is given to nobody. */
const BSN = '920800026';
const OTHER = '929786695';
const PARKETNUMMER = '01/234567-21';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
let ids: string[];

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
  const { pool } = product.services;
  await writeRedactionSettings(pool, lead.organisationId, { terms: ['Zilvermeeuw'], version: 1 }, lead.id);
  ids = await drive.store([
    definitionOf('anoniem 00', {
      definition: `persoon met BSN ${BSN}, gedagvaard onder parketnummer ${PARKETNUMMER}`,
      explanation: 'bereikbaar via jan@example.org; zie artikel 27 Sv en ECLI:NL:HR:2004:AM2533',
      synonyms: ['operatie zilvermeeuw'],
      caseReferences: [{ kind: 'parketnummer', value: PARKETNUMMER }],
    }),
    ...Array.from({ length: 39 }, (_, number) =>
      definitionOf(`anoniem ${String(number + 1).padStart(2, '0')}`, {
        definition: `persoon die met ${number % 2 ? BSN : OTHER} of 920.800.026 wordt aangeduid`,
      }),
    ),
  ]);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

const REDACTION = { redaction: { keepCaseReferences: true } } as const;

async function exported(options: Parameters<typeof drive.export>[1]) {
  const jobId = await drive.export({ ids }, { chunkSize: 3, parallelism: 4, ...options });
  await product.until(jobId, 'completed');
  return jobId;
}

async function filesOf(jobId: string): Promise<{ files: Map<string, string>; manifest: Manifest }> {
  const files = await unzip(await drive.download(jobId, 'archive'));
  return { files, manifest: manifestSchema.parse(JSON.parse(files.get('manifest.json') ?? '')) };
}

const definitionIn = ({ files, manifest }: Awaited<ReturnType<typeof filesOf>>, at: number) =>
  JSON.parse(files.get(manifest.files[at]?.path ?? '') ?? '');

it('puts placeholders in place of what says who it is about, the same all through, and numbers them in the order of the items', async () => {
  const archive = await filesOf(await exported(REDACTION));
  expect(definitionIn(archive, 0)).toMatchObject({
    definition: 'persoon met BSN [BSN-1], gedagvaard onder parketnummer [PARKETNUMMER-1]',
    explanation: 'bereikbaar via [E-MAIL-1]; zie artikel 27 Sv en ECLI:NL:HR:2004:AM2533',
    synonyms: ['operatie [TERM-1]'],
    caseReferences: [{ kind: 'parketnummer', value: PARKETNUMMER }],
  });
  expect(definitionIn(archive, 1).definition).toBe('persoon die met [BSN-2] of [BSN-1] wordt aangeduid');
  expect(definitionIn(archive, 2).definition).toBe('persoon die met [BSN-1] of [BSN-1] wordt aangeduid');
  const all = [...archive.files.values()].join('\n');
  for (const value of [BSN, OTHER, '920.800.026', 'jan@example.org', 'ilvermeeuw']) expect(all).not.toContain(value);
});

it('says so in manifest and report, with counts, and gives hashes of what is in the files', async () => {
  const jobId = await exported(REDACTION);
  const { files, manifest } = await filesOf(jobId);
  const redactions = { email: 1, bsn: 79, parketnummer: 1, term: 1 };
  expect(manifest).toMatchObject({ redactions, redaction: { caseReferences: 'kept' } });
  expect(manifest.redaction?.kinds).toContain('iban');
  expect(manifest.files[0]?.caseReferences).toEqual([{ kind: 'parketnummer', value: PARKETNUMMER }]);
  expect((await readReport(product.services, lead, jobId)).redactions).toEqual(redactions);
  expect(JSON.parse(files.get('report.json') ?? '')).toMatchObject({ redactions });
  const { rows } = await product.services.pool.query<{ hash: string }>(
    'SELECT content_hash AS hash FROM definitions WHERE id = ANY ($1::uuid[])',
    [ids],
  );
  const stored = new Set(rows.map(({ hash }) => `sha256:${hash}`));
  expect(manifest.files.filter((file) => stored.has(file.contentHash))).toEqual([]);
});

it('leaves the stored text alone', async () => {
  const before = await drive.contents();
  await exported(REDACTION);
  expect(await drive.contents()).toEqual(before);
});

it('redacts the numbers of cases as well when asked, and only the kinds that are wanted', async () => {
  const all = await filesOf(await exported({ redaction: { keepCaseReferences: false } }));
  expect(definitionIn(all, 0).caseReferences).toEqual([{ kind: 'parketnummer', value: '[PARKETNUMMER-1]' }]);
  expect(all.manifest.files[0]?.caseReferences).toEqual([{ kind: 'parketnummer', value: '[PARKETNUMMER-1]' }]);
  const some = await filesOf(await exported({ redaction: { kinds: ['email'], keepCaseReferences: false } }));
  expect(definitionIn(some, 0)).toMatchObject({
    definition: `persoon met BSN ${BSN}, gedagvaard onder parketnummer ${PARKETNUMMER}`,
    caseReferences: [{ kind: 'parketnummer', value: PARKETNUMMER }],
  });
  expect(some.manifest.redactions).toEqual({ email: 1 });
});

it('redacts in every format', async () => {
  const formats = EXPORT_FORMATS.filter((format) => format !== 'pdf' && format !== 'docx' && format !== 'xlsx');
  const { files } = await filesOf(await exported({ ...REDACTION, formats: [...formats] }));
  const others = [...files].filter(([name]) => formats.some((format) => name.startsWith(`${format}/`)));
  expect(others.length).toBeGreaterThanOrEqual(formats.length - 1);
  for (const [name, text] of others) {
    expect({ name, has: text.includes(BSN) || text.includes('jan@example.org') }).toEqual({ name, has: false });
    expect({ name, has: text.includes('BSN-1') }).toEqual({ name, has: true });
  }
});

it('uses the same placeholders in all jobs of a batch, and when failed items are done again', async () => {
  const options = { chunkSize: 3, parallelism: 2, ...REDACTION };
  // One of them cannot be read for a while, and fails.
  const hide = (there: boolean) =>
    product.services.pool.query('UPDATE definition_versions SET version = $2 WHERE definition_id = $1', [
      ids[39],
      there ? 1 : 99,
    ]);
  await hide(false);
  const batch = await createBatch(product.services, lead, {
    jobs: [
      { operation: 'export', selection: { ids: [ids[0] as string] }, options: { ...options, formats: ['json'] } },
      { operation: 'export', selection: { ids: ids.slice(1) }, options: { ...options, formats: ['json'] } },
    ],
  });
  for (const { id } of batch.jobs) await product.until(id, 'completed', 'completed_with_errors');
  const [, second] = batch.jobs;
  expect(definitionIn(await filesOf(second?.id as string), 0).definition).toContain('[BSN-2] of [BSN-1]');

  await hide(true);
  const again = await retryItems(product.services, lead, second?.id as string, { items: 'failed' });
  const retry = again.jobs[0]?.id as string;
  await product.until(retry, 'completed');
  expect(definitionIn(await filesOf(retry), 0).definition).toContain('[BSN-2] of [BSN-1]');
});

it('keeps no value in any table of numbers', async () => {
  const { rows } = await product.services.pool.query('SELECT * FROM redaction_placeholders');
  expect(rows.length).toBeGreaterThan(5);
  expect(JSON.stringify(rows)).not.toMatch(/920800026|929786695|example\.org|zilvermeeuw/);
});

it('warns whoever imports it: placeholders would take the place of the real text', async () => {
  const bytes = await drive.download(await exported(REDACTION), 'archive');
  const uploadId = await uploadBytes(product.services, lead, 'lexport.zip', bytes);
  const jobId = await drive.import(uploadId, { confirm: true });
  await product.until(jobId, 'awaiting_confirmation');
  expect((await drive.job(jobId)).findings.map(({ code }) => code)).toContain('manifest_redacted');
  const { rows } = await product.services.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM job_items WHERE job_id = $1 AND decision = 'update'
       AND findings @> '[{"code": "placeholder_in_text", "severity": "warning"}]'`,
    [jobId],
  );
  expect(rows[0]?.count).toBe(40);
});
