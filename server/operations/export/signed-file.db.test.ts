import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { readReportOf } from '#db/queries/read-report.ts';
import type { Actor } from '#domain/access.ts';
import type { ExportFormat } from '#domain/export-formats.ts';
import type { Provenance } from '#domain/provenance.ts';
import { readFileSignature, signFile } from '#server/seal/file-signature.ts';
import { readSealingKey } from '#server/seal/keys.ts';
import { verifySignedFile } from '#server/seal/verify-signed-file.ts';
import { definitionsOf, driveJobs, unzip } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadZip } from '#server/testing/upload-files.ts';

const VERIFY = fileURLToPath(new URL('../../seal/verify.ts', import.meta.url));

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
let ids: string[];
let file: { name: string; bytes: Buffer; signatureName: string; signature: Buffer };

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
  ids = await drive.store(definitionsOf('los', 5));
  file = await exported('csv-machine');
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

async function exported(format: ExportFormat) {
  const jobId = await drive.export({ ids }, { formats: [format], packaging: 'file' });
  await product.until(jobId, 'completed');
  const { artifacts } = await drive.job(jobId);
  expect(artifacts.map(({ kind }) => kind)).toEqual(['export_file', 'signature']);
  const [name = '', signatureName = ''] = artifacts.map(({ fileName }) => fileName);
  const [bytes, signature] = [await drive.download(jobId, 'export_file'), await drive.download(jobId, 'signature')];
  return { name, bytes, signatureName, signature };
}

/** What an import of these files together says of where they come from. */
async function importOf(files: Record<string, Buffer>): Promise<{ provenance: Provenance; total: number }> {
  const upload = await uploadZip(product.services, lead, files);
  const jobId = await drive.import(upload, { confirm: true });
  await product.until(jobId, 'awaiting_confirmation', 'failed');
  const { provenance, total } = await drive.job(jobId);
  const { rows } = await product.services.pool.query('SELECT provenance FROM uploads WHERE id = $1', [upload]);
  expect(rows[0].provenance.signer).toBe(provenance?.signer);
  return { provenance: provenance as Provenance, total };
}

it('gives a file without an archive its signature beside it, over the hash of its bytes', () => {
  expect(file.signatureName).toBe(`${file.name}.signature.json`);
  const read = readFileSignature(file.signature);
  expect(read).toMatchObject({ holds: true, statement: { file: { name: file.name, size: file.bytes.length } } });
  expect(read?.statement.organisation.name).toBe('Openbaar Ministerie');
});

it('knows the two again when they come in together, under other names too, and tells what was changed', async () => {
  const both = await importOf({ [file.name]: file.bytes, [file.signatureName]: file.signature });
  expect(both).toMatchObject({ total: 5, provenance: { signer: 'own', changed: false, listed: true, policy: [] } });
  expect(both.provenance.exported).toMatchObject({ by: lead.name, organisation: 'Openbaar Ministerie' });
  const renamed = await importOf({ 'tabel.csv': file.bytes, 'handtekening.signature (1).json': file.signature });
  expect(renamed).toMatchObject({ total: 5, provenance: { signer: 'own', changed: false } });

  const changed = Buffer.from(String(file.bytes).replace('los 0001', 'vast 0001'));
  const other = await importOf({ [file.name]: changed, [file.signatureName]: file.signature });
  expect(other.provenance).toMatchObject({ changed: true, changes: [{ file: file.name, change: 'changed' }] });
  expect(other.provenance.policy).toEqual([{ case: 'changed', choice: 'warn' }]);
  const more = await importOf({
    [file.name]: file.bytes,
    [file.signatureName]: file.signature,
    'erbij.csv': changed,
  });
  expect(more.provenance.changes).toEqual([{ file: 'erbij.csv', change: 'added', term: null }]);
});

it('refuses a forged signature, and takes one by an unknown key for what it is', async () => {
  const forged = Buffer.from(String(file.signature).replace('Openbaar Ministerie', 'Openbaar Mysterie'));
  const { provenance } = await importOf({ [file.name]: file.bytes, [file.signatureName]: forged });
  expect(provenance).toMatchObject({ signer: 'forged', policy: [{ case: 'broken', choice: 'refuse' }] });
  const read = readFileSignature(file.signature);
  if (!read) throw new Error('It is no signature');
  const { publicKey: _, ...said } = read.statement;
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const foreign = signFile(readSealingKey(pem.toString()), said);
  expect((await importOf({ [file.name]: file.bytes, [file.signatureName]: foreign })).provenance).toMatchObject({
    signer: 'unknown',
    changed: false,
  });
  // Beside a good one a bad one counts.
  const { provenance: two } = await importOf({
    [file.name]: file.bytes,
    [file.signatureName]: file.signature,
    'b.signature.json': foreign,
  });
  expect(two.signer).toBe('unknown');
});

it('verifies offline with nothing but the two files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lexport-'));
  const path = join(folder, file.name);
  const beside = join(folder, file.signatureName);
  await Promise.all([writeFile(path, file.bytes), writeFile(beside, file.signature)]);
  const key = readFileSignature(file.signature)?.statement.publicKey ?? '';
  const good = await command(path, '--key', key);
  expect(good).toMatchObject({ code: 0, said: expect.stringContaining(`Exported by ${lead.name}`) });
  expect(good.said).toContain('which you trust');
  expect(await command(beside)).toMatchObject({ code: 2, said: expect.stringContaining('--signature') });
  expect((await verifySignedFile(path, beside, ['0'.repeat(64)])).faults).toHaveLength(1);
  await writeFile(path, Buffer.concat([file.bytes, Buffer.from(' ')]));
  expect((await verifySignedFile(path, beside)).faults).toEqual(['The file is not what was signed.']);
  const elsewhere = join(folder, 'handtekening');
  await rename(beside, elsewhere);
  expect(await command(path, '--signature', elsewhere)).toMatchObject({ code: 1 });
  await writeFile(elsewhere, '{}');
  await expect(verifySignedFile(path, elsewhere)).rejects.toThrow('cannot be read');
  await rm(folder, { recursive: true });
});

it('signs a file that is itself an archive the same way', async () => {
  const workbook = await exported('xlsx');
  const { provenance, total } = await importOf({
    [workbook.name]: workbook.bytes,
    [workbook.signatureName]: workbook.signature,
  });
  expect({ ...provenance, total }).toMatchObject({ signer: 'own', changed: false, total: 5 });
});

it('says plainly of an export that it is not signed when there is no key to sign with', async () => {
  const { config, pool } = product.services;
  const key = join(config.dataDir, 'audit-key.pem');
  await rename(key, `${key}.away`);
  try {
    for (const packaging of ['file', 'zip'] as const) {
      const jobId = await drive.export({ ids }, { formats: ['csv-machine'], packaging });
      await product.until(jobId, 'completed');
      const job = await drive.job(jobId);
      expect(job.findings).toMatchObject([{ code: 'export_not_signed', severity: 'warning' }]);
      expect(job.artifacts).toHaveLength(1);
      expect(await readReportOf(pool, (await findJob(pool, jobId)) as JobRow)).toMatchObject({
        remarks: [{ code: 'export_not_signed' }],
      });
      if (packaging === 'file') continue;
      const files = await unzip(await drive.download(jobId, 'archive'));
      expect(JSON.parse(files.get('report.json') ?? '')).toMatchObject({ remarks: [{ code: 'export_not_signed' }] });
      expect([...files.keys()]).not.toContain('manifest.signature.json');
    }
  } finally {
    await rename(`${key}.away`, key);
  }
});

function command(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [VERIFY, ...args], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
}
