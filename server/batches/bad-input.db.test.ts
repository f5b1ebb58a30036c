import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { definitionFile } from '#domain/definition-file.ts';
import { type Problem, problemBody } from '#domain/errors.ts';
import type { Finding } from '#domain/finding.ts';
import { findingText } from '#domain/finding-texts.ts';
import { buildZip, type RawEntry } from '#server/archive/testing/build-zip.ts';
import { definitionOf, definitionsOf, driveJobs, fileOf, unzip } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadBytes } from '#server/testing/upload-files.ts';
import { receiveUpload } from '#server/uploads/receive-upload.ts';
import { createBatch } from './create-batch.ts';
import { readReport } from './read-report.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
let before: Record<string, string>;

beforeAll(async () => {
  product = await startProduct({ env: { MAX_UPLOAD_BYTES: String(20 * 1024 * 1024) } });
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
  await drive.store(definitionsOf('er al', 5));
});
afterAll(() => product.close());
beforeEach(async () => {
  before = await drive.contents();
});
/** Whatever came in, nothing has changed and nobody has anything unexpected to say. */
afterEach(async () => {
  expect(await drive.contents()).toEqual(before);
  expect(product.log).toEqual([]);
  await expectInvariants(product.services.pool);
});

async function importOf(fileName: string, bytes: Buffer, ended: 'failed' | 'completed_with_errors') {
  const jobId = await drive.import(await uploadBytes(product.services, lead, fileName, bytes));
  await product.until(jobId, ended);
  return jobId;
}

/** Both sentences of a finding, in both languages, without anything left to fill in. */
function expectSaid(finding: object): void {
  for (const locale of ['nl', 'en'] as const) {
    const { message, advice } = findingText(finding as Finding, locale);
    expect(message).not.toMatch(/\{\w+\}|Onbekende melding|Unknown message/);
    expect(advice).not.toMatch(/\{\w+\}/);
  }
}

const zeros = (length: number) => Buffer.alloc(length);
const good = { name: 'a.json', contents: fileOf(definitionOf('goed')) };
const ARCHIVES: [what: string, code: string, archive: Buffer | (() => Buffer)][] = [
  ['without anything in it', 'archive_empty', buildZip([])],
  [
    'that is a bomb',
    'archive_ratio_too_high',
    buildZip([good, { name: 'b.json', method: 8, contents: zeros(900_000) }]),
  ],
  ['that climbs out of its folder', 'archive_path_traversal', buildZip([good, { name: '../../etc/passwd' }])],
  ['with an absolute path', 'archive_path_absolute', buildZip([good, { name: '/etc/passwd' }])],
  ['with a password', 'archive_encrypted', buildZip([good, { name: 'b.json', flags: 0x801 }])],
  ['with the same name twice', 'archive_duplicate_name', buildZip([good, good])],
  ['that holds a link', 'archive_symlink', buildZip([good, { name: 'b', externalAttributes: 0xa1ff0000 }])],
  ['with an archive inside', 'archive_nested', buildZip([good, { name: 'b.zip', contents: buildZip([good]) }])],
  [
    'that is damaged',
    'archive_crc_mismatch',
    buildZip([good, { name: 'b.json', contents: '{}', crc: 1, local: { crc: 1 } }]),
  ],
  ['that was cut off', 'archive_truncated', buildZip([good]).subarray(0, -30)],
  [
    'with a file that is too large',
    'archive_entry_too_large',
    buildZip([good, { name: 'b.json', contents: zeros(5_000_000) }]),
  ],
  ['with 100 001 files', 'archive_too_many_entries', () => buildZip(many(100_001), { zip64: true })],
];

function many(count: number): RawEntry[] {
  return Array.from({ length: count }, (_, index) => ({ name: `${index}.json` }));
}

describe('an archive', () => {
  it.each(ARCHIVES)('%s is refused as a whole: %s', async (_, code, archive) => {
    const jobId = await importOf('upload.zip', typeof archive === 'function' ? archive() : archive, 'failed');
    const job = await drive.job(jobId);
    expect(job.problem?.code).toBe(code);
    expectSaid({ code, params: job.problem?.params ?? {} });
    expect(job.findings).toContainEqual(expect.objectContaining({ code, severity: 'error' }));
    for (const finding of job.findings) expectSaid(finding);
    expect(job.succeeded + job.failed + job.cancelled).toBe(job.total);
    expect((await readReport(product.services, lead, jobId)).totals.succeeded).toBe(0);
  });

  it('with nothing but what describes it is refused', async () => {
    const jobId = await importOf('upload.zip', buildZip([{ name: 'report.json', contents: '{}' }]), 'failed');
    expect((await drive.job(jobId)).problem).toEqual({ code: 'no_records', params: {} });
  });
});

const text = (value: unknown) => Buffer.from(JSON.stringify(value));
const file = (more: Record<string, unknown>) => text({ ...definitionFile(definitionOf('slecht')), ...more });
const RECORDS: [what: string, code: string, fileName: string, bytes: Buffer][] = [
  ['that is broken', 'json_broken', 'a.json', Buffer.from('{"term": "half')],
  ['with only blanks', 'file_empty', 'a.json', Buffer.from('  \n ')],
  ['that is a number', 'not_an_object', 'a.json', Buffer.from('[42]')],
  ['with an empty list', 'no_records', 'a.json', Buffer.from('{"definitions": []}')],
  ['that is not UTF-8', 'encoding_invalid', 'a.json', Buffer.from([...Buffer.from('{"term": "caf'), 0xe9, 0x22, 0x7d])],
  ['with a definition of 5 MB', 'too_long', 'a.json', file({ definition: 'x'.repeat(5_000_000) })],
  ['without a term', 'term_missing', 'a.json', file({ term: undefined })],
  ['with a term of blanks', 'term_missing', 'a.json', file({ term: ' \t ' })],
  ['without a definition', 'definition_missing', 'a.json', file({ definition: null })],
  ['with a category that does not exist', 'category_unknown', 'a.json', file({ category: 'onbestaand' })],
  ['with a status that does not exist', 'status_unknown', 'a.json', file({ status: 'af' })],
  ['with a number for a text', 'type_wrong', 'a.json', file({ definition: 5 })],
  ['with an object for a list', 'type_wrong', 'a.json', file({ synonyms: { een: 'ding' } })],
  ['with a day that does not exist', 'date_invalid', 'a.json', file({ validFrom: '2024-02-30' })],
  [
    'that is valid until before it is',
    'validity_reversed',
    'a.json',
    file({ validFrom: '2024-02-01', validUntil: '2024-01-01' }),
  ],
  ['of a newer format', 'schema_newer', 'a.json', file({ schemaVersion: 2 })],
  ['that is a table without the columns it needs', 'header_missing', 'a.csv', Buffer.from('naam;leeftijd\nJan;3\n')],
  ['that is a table of one heading', 'no_records', 'a.csv', Buffer.from('term;definition\n')],
];

describe('a file', () => {
  it.each(RECORDS)('%s fails with a reason: %s', async (_, code, fileName, bytes) => {
    const jobId = await importOf(fileName, bytes, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ [`failed ${code}`]: 1 });
    const { rows } = await product.services.pool.query('SELECT findings FROM job_items WHERE job_id = $1', [jobId]);
    expect(rows[0].findings).toContainEqual(expect.objectContaining({ code, severity: 'error' }));
    for (const finding of rows[0].findings) expectSaid(finding);
    expect((await unzip(await drive.download(jobId, 'error_file'))).size).toBe(2);
  });
});

describe('what a database cannot hold', () => {
  it('is taken out of texts, keys and values, and said', async () => {
    const odd = '\u0000 \ud800 \udfff';
    const files = {
      'a.json': JSON.stringify({ ...definitionFile(definitionOf('x')), term: `nul${odd}`, definition: '' }),
      'b.json': JSON.stringify({
        definition: `zonder begrip ${odd}`,
        extras: { [odd]: odd, lijst: [odd, { [odd]: 1 }] },
      }),
      'c.json': JSON.stringify({ ...definitionFile(definitionOf('y')), category: odd, legalMetadata: { [odd]: odd } }),
      'd.json': JSON.stringify({ ...definitionFile(definitionOf('z')), relations: [{ type: odd, target: odd }] }),
      'e.json': `{"term": "diep", "definition": "", "extras": ${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
    };
    const jobId = await drive.import(await drive.upload(files));
    expect(await product.until(jobId, 'completed_with_errors')).toMatchObject({ total: 5, failed: 5 });
  });
});

describe('an upload', () => {
  const receive = (fileName: string, bytes: Buffer, expectedSize: number | null = bytes.length) =>
    receiveUpload(product.services, lead, {
      fileName,
      expectedSize,
      body: Readable.from(bytes.length > 0 ? [bytes] : []),
    });
  const REFUSED: [what: string, code: string, answer: () => Promise<unknown>][] = [
    ['of nothing', 'upload_empty', () => receive('leeg.zip', Buffer.alloc(0))],
    ['of nothing that does not say so', 'upload_empty', () => receive('leeg.zip', Buffer.alloc(0), null)],
    ['of a picture', 'upload_unsupported', () => receive('foto.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))],
    [
      'of a picture that is called an archive',
      'upload_unsupported',
      () => receive('a.zip', Buffer.from([0x89, 0x50, 0, 0])),
    ],
    ['of an archive that is called a table', 'upload_unsupported', () => receive('a.csv', buildZip([good]))],
    ['over the limit', 'upload_too_large', () => receive('a.json', Buffer.alloc(21 * 1024 * 1024, 0x20))],
    [
      'over the limit that does not say so',
      'upload_too_large',
      () => receive('a.json', Buffer.alloc(21 * 1024 * 1024, 0x20), null),
    ],
    ['that is cut off', 'upload_cut_off', () => receive('a.json', Buffer.from('{}'), 200)],
    ['that goes on after its end', 'upload_cut_off', () => receive('a.json', Buffer.from('{}'), 1)],
  ];

  it.each(REFUSED)('%s is refused: %s', async (_, code, answer) => {
    const count = async () => (await product.services.pool.query('SELECT count(*)::int AS n FROM uploads')).rows[0].n;
    const uploads = await count();
    const problem = (await answer().catch((error) => error)) as Problem;
    expect(problem).toMatchObject({ name: 'Problem', code });
    for (const locale of ['nl', 'en'] as const) expect(problemBody(problem, locale).detail).not.toMatch(/\{\w+\}/);
    expect(await count()).toBe(uploads);
  });

  it('of the same bytes again says so, and what became of them', async () => {
    const bytes = file({ term: '' });
    const first = await receive('a.json', bytes);
    expect(first).toMatchObject({ alreadyUploaded: false, imports: [] });
    const jobId = await drive.import(first.id);
    await product.until(jobId, 'completed_with_errors');
    const second = await receive('onder een andere naam.json', bytes);
    expect(second).toMatchObject({
      sha256: first.sha256,
      alreadyUploaded: true,
      imports: [{ jobId, status: 'completed_with_errors' }],
    });
    expect(second.id).not.toBe(first.id);
    const other = await product.person('lead', 'Dienst Justitiële Inrichtingen');
    const elsewhere = await receiveUpload(product.services, other, {
      fileName: 'a.json',
      expectedSize: null,
      body: Readable.from([bytes]),
    });
    expect(elsewhere).toMatchObject({ alreadyUploaded: false, imports: [] });
  });
});

describe('another organisation', () => {
  it('cannot import an upload that is not its own, nor one that is not there', async () => {
    const uploadId = await drive.upload({ 'a.json': good.contents });
    const other = driveJobs(product, await product.person('lead', 'Dienst Justitiële Inrichtingen'));
    for (const id of [uploadId, crypto.randomUUID()])
      await expect(other.import(id)).rejects.toMatchObject({ code: 'foreign_upload' });
  });

  it('cannot select definitions that are not its own, and does not hear that they are there', async () => {
    const other = await product.person('lead', 'Dienst Justitiële Inrichtingen');
    const ids = Object.keys(before);
    for (const chosen of [ids, [crypto.randomUUID()]])
      await expect(driveJobs(product, other).export({ ids: chosen })).rejects.toMatchObject({
        code: 'empty_selection',
      });
    const [own] = await driveJobs(product, other).store([definitionOf('eigen')]);
    const jobId = await driveJobs(product, other).export({ ids: [...ids, own as string] });
    expect(await product.until(jobId, 'completed')).toMatchObject({ total: 1, succeeded: 1 });
  });

  it('does not touch them by naming their ids in a file, and the file looks as new as any', async () => {
    const other = await product.person('lead', 'Nationale Politie');
    const there = driveJobs(product, other);
    const [id] = Object.keys(before) as [string];
    const pointing = definitionOf('wijst naar een vreemde', {
      relations: [{ type: 'related', targetId: id, targetTerm: null }],
    });
    const files = {
      'a.json': fileOf(definitionOf('er al 0000'), { id, version: 1 }),
      'b.json': fileOf(pointing),
    };
    const jobId = await there.import(await there.upload(files));
    await product.until(jobId, 'completed');
    expect((await there.job(jobId)).plan).toEqual({ new: 2 });
    const items = await there.items(jobId);
    expect(items.map((item) => item.definitionId)).not.toContain(id);
    const { rows } = await product.services.pool.query(
      'SELECT target_id FROM definition_relations WHERE definition_id = $1',
      [items[1]?.definitionId],
    );
    expect(rows).toEqual([{ target_id: null }]);
    const { rows: findings } = await product.services.pool.query(
      `SELECT f ->> 'code' AS code FROM job_items, jsonb_array_elements(findings) f WHERE job_id = $1 AND position = 1`,
      [jobId],
    );
    expect(findings).toContainEqual({ code: 'reference_dangling' });
  });

  it('does not exist for those who look at its jobs or want to stop them', async () => {
    const jobId = await drive.import(await drive.upload({ 'a.json': '{' }));
    await product.until(jobId, 'completed_with_errors');
    const other = await product.person('lead', 'Nationale Politie');
    await expect(driveJobs(product, other).job(jobId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(readReport(product.services, other, jobId)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('somebody without the role for it', () => {
  it('starts nothing, and the refusal is on record', async () => {
    const uploadId = await drive.upload({ 'a.json': good.contents });
    for (const role of ['viewer', 'editor', 'auditor'] as const) {
      const person = await product.person(role);
      await expect(driveJobs(product, person).import(uploadId)).rejects.toMatchObject({ code: 'not_allowed' });
      const { rows } = await product.services.pool.query(
        'SELECT action, role FROM audit_entries WHERE actor_id = $1 ORDER BY id',
        [person.id],
      );
      expect(rows).toHaveLength(1);
      expect(rows[0].role).toBe(role);
    }
    await expect(createBatch(product.services, await product.person('viewer'), { jobs: [] })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });
});
