import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { isomorphic } from 'rdf-isomorphic';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { NewJob } from '#contract/batches.ts';
import { type Manifest, manifestSchema } from '#contract/manifest.ts';
import { reportSchema } from '#contract/reports.ts';
import type { Actor } from '#domain/access.ts';
import { checkRecord } from '#domain/check-record.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#domain/export-formats.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { createBatch } from '#server/batches/create-batch.ts';
import { retryItems } from '#server/batches/retry-items.ts';
import { detectFormat, WRITERS } from '#server/formats/formats.ts';
import type { Parse } from '#server/formats/rdf/parse.ts';
import { parseJsonLd } from '#server/formats/rdf/parse-json-ld.ts';
import { parseRdfXml } from '#server/formats/rdf/parse-rdf-xml.ts';
import { parseTurtle } from '#server/formats/rdf/parse-turtle.ts';
import { quadsOf } from '#server/formats/testing/quads.ts';
import { definitionOf, definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadBytes } from '#server/testing/upload-files.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
let stored: DefinitionContent[];
let ids: string[];

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
  stored = [
    definitionOf('=rijk(A1); "gevuld" 📚', {
      synonyms: ['-min', 'מדינה', 'e\u0301e\u0301n'],
      explanation: 'regel één\nregel twee',
      sources: [{ title: 'Wetboek van Strafvordering', uri: null, citation: 'art. 1.10' }],
      legalMetadata: { nummer: '007' },
      relations: [{ type: 'broader', targetId: null, targetTerm: 'formaat 0001' }],
      classification: 'vertrouwelijk',
    }),
    ...definitionsOf('formaat', 44),
  ];
  ids = await drive.store(stored);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function exported(formats: ExportFormat[], more: { packaging?: 'file' } = {}): Promise<string> {
  const jobId = await drive.export({ ids }, { formats, ...more });
  await product.until(jobId, 'completed');
  return jobId;
}

async function filesIn(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await JSZip.loadAsync(archive);
  const names = Object.keys(zip.files).filter((name) => !zip.files[name]?.dir);
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, (await zip.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0)] as const),
    ),
  );
}

const termsOf = (contents: readonly DefinitionContent[]) => contents.map(({ term }) => term.normalize('NFC')).sort();

type Write = Product['engine']['storage']['write'];

/** A disk that loses the last line of every file whose key has this in it, and does not know. */
function losingLastLine(write: Write, inKey: string): Write {
  return async (key, source) => {
    if (!key.includes(inKey)) return write(key, source);
    const all = Buffer.concat(await Array.fromAsync(source));
    await write(key, Readable.from([all.subarray(0, all.lastIndexOf('\n', all.length - 2) + 1)]));
    return { size: all.length, sha256: sha256(all) };
  };
}

async function termsIn(bytes: Buffer, name: string): Promise<string[]> {
  const terms: string[] = [];
  for await (const raw of detectFormat(bytes, name)?.read(bytes, name) ?? []) {
    terms.push(checkRecord(raw).content?.term ?? '');
  }
  return terms.sort();
}

it('puts every format there is into one archive, a folder each, and says in it what each does not carry', async () => {
  const jobId = await exported([...EXPORT_FORMATS]);
  const files = await filesIn(await drive.download(jobId, 'archive'));
  const manifest: Manifest = manifestSchema.parse(JSON.parse(String(files.get('manifest.json'))));
  expect(manifest.formats?.map(({ name }) => name)).toEqual([...EXPORT_FORMATS]);
  expect(manifest.files).toHaveLength(stored.length);
  const terms = termsOf(stored);
  for (const { name, extension, count } of WRITERS) {
    const listed = manifest.formats?.find((format) => format.name === name);
    const [file] = listed?.files ?? [];
    const bytes = files.get(`${name}/definities.${extension}`) as Buffer;
    expect(file).toMatchObject({ path: `${name}/definities.${extension}`, definitions: stored.length });
    expect(file).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) });
    if (count) expect(await count(bytes)).toBe(stored.length);
    else expect(await termsIn(bytes, `definities.${extension}`)).toEqual(terms);
  }
  expect(manifest.formats?.find(({ name }) => name === 'tbx-dca')?.notCarried).toContain('ufoCategory');
  const report = reportSchema.parse(JSON.parse(String(files.get('report.json'))));
  expect(report.formats.find(({ name }) => name === 'csv-excel')?.conventions.map(({ field }) => field)).toContain(
    'synonyms',
  );
  expect(product.log).toEqual([]);
});

it('gives one file as it is to whoever wants no archive around it', async () => {
  const jobId = await exported(['csv-machine'], { packaging: 'file' });
  const { artifacts } = await drive.job(jobId);
  expect(artifacts).toMatchObject([{ kind: 'export_file', mediaType: 'text/csv' }, { kind: 'signature' }]);
  expect(artifacts[0]?.fileName).toMatch(/^lexport-.*-csv-machine-.*\.csv$/);
  expect(await termsIn(await drive.download(jobId, 'export_file'), 'x.csv')).toHaveLength(stored.length);
});

it('has the manifest and the report but no files of definitions of its own in an archive without JSON', async () => {
  const files = await filesIn(await drive.download(await exported(['yaml']), 'archive'));
  expect([...files.keys()].sort()).toEqual([
    'manifest.json',
    'manifest.signature.json',
    'report.json',
    'yaml/definities.yaml',
  ]);
});

it('fails a definition that a format has no room for, and exports the others', async () => {
  const [id = ''] = await drive.store([definitionOf('te lang', { extras: { kolom: 'x'.repeat(40_000) } })]);
  const jobId = await drive.export({ ids: [...ids, id] }, { formats: ['xlsx', 'json'] });
  await product.until(jobId, 'completed_with_errors');
  expect(await drive.outcomes(jobId)).toEqual({ succeeded: stored.length, 'failed export_cell_too_long': 1 });
  const files = await filesIn(await drive.download(jobId, 'archive'));
  expect(await termsIn(files.get('xlsx/definities.xlsx') as Buffer, 'x.xlsx')).toHaveLength(stored.length);
});

it('says of each definition what its PDF does not show, and only when there is one', async () => {
  const jobId = await exported(['pdf'], { packaging: 'file' });
  const { rows } = await product.services.pool.query<{ term: string; codes: string[] }>(
    `SELECT term, jsonb_path_query_array(findings, '$[*].code') AS codes FROM job_items
     WHERE job_id = $1 AND findings <> '[]'`,
    [jobId],
  );
  expect(rows).toEqual([{ term: stored[0]?.term, codes: ['pdf_characters_missing', 'pdf_right_to_left'] }]);
  const other = await exported(['csv-machine'], { packaging: 'file' });
  expect((await drive.job(other)).status).toBe('completed');
});

it('comes back as unchanged, from the format that says the most, in an archive with all of them', async () => {
  const archive = await drive.download(await exported([...EXPORT_FORMATS]), 'archive');
  const back = await drive.import(await uploadBytes(product.services, lead, 'export.zip', archive));
  await product.until(back, 'completed');
  const job = await drive.job(back);
  expect(job.plan).toEqual({ unchanged: stored.length });
  expect(job.findings.map(({ code }) => code)).toEqual(['export_formats_passed_over']);
  expect(job.findings[0]?.params).toMatchObject({ format: 'json' });
});

it.each<ExportFormat>(['xlsx', 'csv-excel', 'nl-sbb-rdf-xml', 'markdown'])(
  'comes back as unchanged from an archive of %s alone',
  async (format) => {
    const archive = await drive.download(await exported([format, 'docx']), 'archive');
    const back = await drive.import(await uploadBytes(product.services, lead, `${format}.zip`, archive));
    await product.until(back, 'completed');
    expect((await drive.job(back)).plan).toEqual({ unchanged: stored.length });
  },
);

it('writes its files anew when a processor had to let go of it half way', async () => {
  const { storage } = product.engine;
  const write = storage.write;
  let written = 0;
  storage.write = (key, source) => {
    if (key.includes('/files/') && ++written === 2) throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
    return write(key, source);
  };
  try {
    const jobId = await exported(['csv-excel', 'yaml']);
    expect(written).toBe(4);
    const files = await filesIn(await drive.download(jobId, 'archive'));
    expect(await termsIn(files.get('yaml/definities.yaml') as Buffer, 'x.yaml')).toHaveLength(stored.length);
  } finally {
    storage.write = write;
  }
});

it('gives a file of what was done to whoever stops it and keeps that, and the rest in another', async () => {
  const jobId = await drive.export(
    { ids },
    { formats: ['markdown'], packaging: 'file', chunkSize: 1, itemsPerSecond: 20 },
  );
  await drive.until(jobId, ({ succeeded }) => succeeded > 2);
  await cancelJob(product.services, lead, jobId, { keep: true, graceful: true });
  await product.until(jobId, 'cancelled');
  const done = await termsIn(await drive.download(jobId, 'export_file'), 'x.md');
  const { succeeded, cancelled } = await drive.job(jobId);
  expect(done).toHaveLength(succeeded);
  const again = await retryItems(product.services, lead, jobId, { items: 'unprocessed' });
  const retryId = again.jobs[0]?.id ?? '';
  await product.until(retryId, 'completed');
  const rest = await termsIn(await drive.download(retryId, 'export_file'), 'x.md');
  expect(rest).toHaveLength(cancelled);
  expect([...done, ...rest].sort()).toEqual(termsOf(stored));
});

it('says the same in both styles of TBX and in all three syntaxes of NL-SBB', async () => {
  const formats: ExportFormat[] = ['tbx-dca', 'tbx-dct', 'nl-sbb-turtle', 'nl-sbb-rdf-xml', 'nl-sbb-json-ld'];
  const files = await filesIn(await drive.download(await exported(formats), 'archive'));
  const contents = async (name: string) => {
    const bytes = files.get(name) as Buffer;
    const all: unknown[] = [];
    for await (const raw of detectFormat(bytes, name)?.read(bytes, name) ?? []) all.push(checkRecord(raw).content);
    return all.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  };
  expect(await contents('tbx-dct/definities.tbx')).toEqual(await contents('tbx-dca/definities.tbx'));
  const graph = (name: string, parse: Parse) => quadsOf(parse, String(files.get(name)));
  const turtle = await graph('nl-sbb-turtle/definities.ttl', parseTurtle);
  expect(turtle.length).toBeGreaterThan(stored.length * 10);
  for (const [name, parse] of [
    ['nl-sbb-rdf-xml/definities.rdf', parseRdfXml],
    ['nl-sbb-json-ld/definities.jsonld', parseJsonLd],
  ] as const) {
    expect(isomorphic(turtle, await graph(name, parse))).toBe(true);
  }
});

it('ends as failed rather than without the definitions of a chunk that does not say where its piece is', async () => {
  const { storage } = product.engine;
  const { write } = storage;
  storage.write = async (key, source) => {
    // The chunks are all done by now, and none of their pieces has been read.
    if (key.startsWith('artifacts/'))
      await product.services.pool.query(`UPDATE job_chunks SET output = output - 'segment' WHERE job_id = $1`, [
        key.split('/')[1],
      ]);
    return write(key, source);
  };
  try {
    const jobId = await drive.export({ ids }, { formats: ['json'] });
    await product.until(jobId, 'failed');
    const { problem, artifacts } = await drive.job(jobId);
    expect(problem).toMatchObject({ code: 'export_not_verified', params: { format: 'zip', found: 'segment' } });
    expect(artifacts).toEqual([]);
  } finally {
    storage.write = write;
    product.log.length = 0;
  }
});

it('ends as failed when the disk does not give back the archive that was written', async () => {
  const { storage } = product.engine;
  const { open } = storage;
  await storage.write('jobs/damaged', Readable.from([Buffer.from('PK')]));
  storage.open = (key) => open(key.startsWith('artifacts/') ? 'jobs/damaged' : key);
  try {
    const jobId = await drive.export({ ids }, { formats: ['json'] });
    await product.until(jobId, 'failed');
    const { problem, artifacts } = await drive.job(jobId);
    expect(problem).toMatchObject({ code: 'export_not_verified', params: { format: 'zip', found: 'sha256' } });
    expect(artifacts).toEqual([]);
  } finally {
    storage.open = open;
    await storage.remove('jobs/damaged');
    product.log.length = 0;
  }
});

it('ends as failed, with no file to download, when a file does not hold what was written to it', async () => {
  const { storage } = product.engine;
  const write = storage.write;
  storage.write = losingLastLine(write, '/files/');
  try {
    const jobId = await drive.export({ ids }, { formats: ['json-lines'] });
    await product.until(jobId, 'failed');
    const job = await drive.job(jobId);
    expect(job.problem).toMatchObject({ code: 'export_not_verified', params: { format: 'json-lines' } });
    expect(job.artifacts).toEqual([]);
  } finally {
    storage.write = write;
    product.log.length = 0;
  }
});

it('fails the job of one format alone when its file is damaged, and does only that one again', async () => {
  const { storage } = product.engine;
  const write = storage.write;
  storage.write = losingLastLine(write, '/files/json-lines-');
  const fileJob = (format: ExportFormat): NewJob => ({
    operation: 'export',
    selection: { ids },
    options: { chunkSize: 20, parallelism: 2, formats: [format], packaging: 'file' },
  });
  let failed = '';
  try {
    const batch = await createBatch(product.services, lead, { jobs: [fileJob('json-lines'), fileJob('csv-machine')] });
    const [lines = '', table = ''] = batch.jobs.map(({ id }) => id);
    failed = lines;
    await product.until(table, 'completed');
    await product.until(lines, 'failed');
    const job = await drive.job(lines);
    expect(job.problem).toMatchObject({ code: 'export_not_verified', params: { format: 'json-lines' } });
    expect(job.artifacts).toEqual([]);
    const ofTable = retryItems(product.services, lead, table, { items: 'all' });
    await expect(ofTable).rejects.toMatchObject({ code: 'nothing_to_retry' });
    expect(await termsIn(await drive.download(table, 'export_file'), 'x.csv')).toEqual(termsOf(stored));
  } finally {
    storage.write = write;
    product.log.length = 0;
  }
  const [again] = (await retryItems(product.services, lead, failed, { items: 'all' })).jobs;
  expect(again).toMatchObject({ retryOf: failed, total: stored.length });
  await product.until(again?.id ?? '', 'completed');
  expect(await termsIn(await drive.download(again?.id ?? '', 'export_file'), 'x.jsonl')).toEqual(termsOf(stored));
});
