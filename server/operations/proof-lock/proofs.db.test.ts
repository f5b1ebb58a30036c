import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import type { HashAnswer } from '#server/provenance/answer-hashes.ts';
import { listProofs, readProofFile, verifyHashes } from '#server/provenance/read-proofs.ts';
import { type ProofFile, proofFileSchema } from '#server/seal/proof-file.ts';
import { verifyProofFile } from '#server/seal/verify-proof-file.ts';
import { definitionOf, definitionsOf, driveJobs, unzip } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { startHeld } from '#server/testing/hold.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
const OPTIONS = { chunkSize: 20, parallelism: 2 } as const;
const ROOT = join(import.meta.dirname, '../../..');

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

const established = (name: string, count: number) => definitionsOf(name, count, { status: 'established' });

async function lock(selection: { ids: string[] } | { archives: string[] }): Promise<string> {
  const jobId = await drive.start({ operation: 'proof_lock', selection, options: OPTIONS });
  await product.until(jobId, 'completed');
  return jobId;
}

async function proofFile(jobId: string): Promise<ProofFile> {
  return proofFileSchema.parse(JSON.parse(String(await drive.download(jobId, 'proof'))));
}

async function verify(hashes: string[]): Promise<{ jobId: string; answers: HashAnswer[]; csv: string }> {
  const options = { ...OPTIONS, formats: ['json' as const, 'csv' as const] };
  const jobId = await drive.start({ operation: 'verify_hashes', hashes, options });
  await product.until(jobId, 'completed', 'completed_with_errors');
  const files = await unzip(await drive.download(jobId, 'answers'));
  const { answers } = JSON.parse(files.get('antwoorden.json') ?? '') as { answers: HashAnswer[] };
  return { jobId, answers, csv: files.get('antwoorden.csv') ?? '' };
}

async function contentHashOf(id: string): Promise<string> {
  const { rows } = await product.services.pool.query('SELECT content_hash AS hash FROM definitions WHERE id = $1', [
    id,
  ]);
  return rows[0].hash;
}

describe('locking proofs', () => {
  it('locks what is established, each definition with its own outcome, in one signed tree', async () => {
    const ids = await drive.store([...established('slot', 45), definitionOf('slot concept')]);
    const jobId = await lock({ ids });
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 45, skipped: 1 });
    const file = await proofFile(jobId);
    expect(file.proofs).toHaveLength(45);
    expect(file.proofs.map(({ hash }) => hash)).toContain(await contentHashOf(ids[0] as string));
    expect(verifyProofFile(file, [file.seal.publicKey])).toEqual({ faults: [], trusted: true, whole: true });
    const { rows } = await product.services.pool.query(
      `SELECT new_hash AS root FROM audit_entries WHERE action = 'proof.sealed' AND job_id = $1`,
      [jobId],
    );
    expect(rows).toEqual([{ root: file.seal.root }]);
    const again = await lock({ ids });
    expect(await drive.outcomes(again)).toEqual({ unchanged: 45, skipped: 1 });
    expect((await drive.job(again)).artifacts).toEqual([]);
  });

  it('locks the bytes of an export, of its own organisation only', async () => {
    const exported = await drive.export({ ids: await drive.store(definitionsOf('archiefslot', 2)) });
    await product.until(exported, 'completed');
    const [archive] = (await drive.job(exported)).artifacts;
    const file = await proofFile(await lock({ archives: [archive?.id as string] }));
    const bytes = await drive.download(exported, 'archive');
    expect(file.proofs).toMatchObject([
      { kind: 'archive', hash: createHash('sha256').update(bytes).digest('hex'), label: archive?.fileName },
    ]);
    const elsewhere = driveJobs(product, await product.person('lead', 'Reclassering'));
    await expect(
      elsewhere.start({ operation: 'proof_lock', selection: { archives: [archive?.id as string] }, options: OPTIONS }),
    ).rejects.toMatchObject({ code: 'empty_selection' });
  });

  it('does not lock a text that was changed behind our back', async () => {
    const [id] = (await drive.store(established('achterom', 1))) as [string];
    await product.services.pool.query(
      `UPDATE definition_versions SET snapshot = jsonb_set(snapshot, '{definition}', '"iets anders"') WHERE definition_id = $1`,
      [id],
    );
    const jobId = await drive.start({ operation: 'proof_lock', selection: { ids: [id] }, options: OPTIONS });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ 'failed proof_hash_mismatch': 1 });
  });

  it('leaves nothing when it is stopped with a roll-back, and seals what there is when it is stopped without', async () => {
    for (const keep of [false, true]) {
      const ids = await drive.store(established(`gestopt ${keep}`, 80));
      const start = () =>
        drive.start({ operation: 'proof_lock', selection: { ids }, options: { ...OPTIONS, parallelism: 1 } });
      const { jobId, held } = await startHeld(product.url, start, 45);
      await cancelJob(product.services, lead, jobId, { keep });
      await held.release();
      await product.until(jobId, keep ? 'cancelled' : 'rolled_back');
      const { rows } = await product.services.pool.query(
        'SELECT count(*)::int AS proofs, count(seal)::int AS sealed FROM proofs WHERE job_id = $1',
        [jobId],
      );
      expect(rows).toEqual([keep ? { proofs: 60, sealed: 60 } : { proofs: 0, sealed: 0 }]);
      if (keep) expect(verifyProofFile(await proofFile(jobId)).faults).toEqual([]);
    }
  });

  it('is kept by the database, whoever writes', async () => {
    const jobId = await lock({ ids: await drive.store(established('vast', 2)) });
    for (const statement of [
      'DELETE FROM proofs WHERE job_id = $1',
      `UPDATE proofs SET hash = sha256('x') WHERE job_id = $1`,
      'DELETE FROM proof_seals WHERE job_id = $1',
      'UPDATE proof_seals SET size = size WHERE job_id = $1',
    ])
      await expect(product.services.pool.query(statement, [jobId])).rejects.toMatchObject({ code: '42501' });
  });

  it('is for leads: an editor starts nothing', async () => {
    const editor = driveJobs(product, await product.person('editor'));
    const ids = await drive.store(established('niet van u', 1));
    await expect(editor.start({ operation: 'proof_lock', selection: { ids }, options: OPTIONS })).rejects.toMatchObject(
      { code: 'not_allowed' },
    );
  });
});

describe('verifying hashes', () => {
  it('tells of each whether it is locked, known or neither, with what has it', async () => {
    const [locked, known] = (await drive.store([...established('op slot', 1), definitionOf('los')])) as [
      string,
      string,
    ];
    await lock({ ids: [locked] });
    const hashes = [await contentHashOf(locked), await contentHashOf(known)] as const;
    const asked = [`sha256:${hashes[0]}`, `${hashes[1].toUpperCase()}  los.json`, 'f'.repeat(64), 'geen hash'];
    const { jobId, answers, csv } = await verify(asked);
    expect(answers.map(({ asked: text, outcome }) => [text, outcome])).toEqual([
      [asked[0], 'locked'],
      [asked[1], 'known'],
      [asked[2], 'unknown'],
      [asked[3], 'malformed'],
    ]);
    expect(answers[0]).toMatchObject({ hash: hashes[0], proofs: [{ label: 'op slot 0000', holds: true, version: 1 }] });
    expect(answers[1]).toMatchObject({ proofs: [], known: [{ kind: 'definition', id: known, present: true }] });
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 2, skipped: 1, 'failed hash_malformed': 1 });
    expect(csv).toContain('vergrendeld;definitie;op slot 0000;1;');
    const now = await verifyHashes(product.services, lead, asked);
    expect(now.answers.map(({ outcome }) => outcome)).toEqual(['locked', 'known', 'unknown', 'malformed']);
  });

  it('tells an earlier version from the one in force, and knows archives and uploads by their bytes', async () => {
    const [id] = (await drive.store(established('vorige', 1))) as [string];
    const before = await contentHashOf(id);
    await lock({ ids: [id] });
    await drive.editAll([id]);
    const upload = await drive.upload({ 'a.json': '{}' });
    const { rows } = await product.services.pool.query('SELECT sha256 FROM uploads WHERE id = $1', [upload]);
    const { answers } = await verify([before, rows[0].sha256]);
    expect(answers[0]).toMatchObject({ outcome: 'locked', known: [{ version: 1, present: false }] });
    expect(answers[1]).toMatchObject({ outcome: 'known', known: [{ kind: 'upload', id: upload }] });
  });

  it('answers thousands, each once and in order, and nothing of what is not theirs', async () => {
    const ids = await drive.store(established('duizend', 300));
    await lock({ ids });
    const { rows } = await product.services.pool.query<{ hash: string }>(
      'SELECT content_hash AS hash FROM definitions WHERE id = ANY ($1::uuid[]) ORDER BY id',
      [ids],
    );
    const hashes = Array.from({ length: 2_400 }, (_, index) =>
      index % 8 === 0 ? (rows[index / 8]?.hash as string) : createHash('sha256').update(String(index)).digest('hex'),
    );
    const { answers } = await verify(hashes);
    expect(answers.map(({ asked }) => asked)).toEqual(hashes);
    expect(answers.filter(({ outcome }) => outcome === 'locked')).toHaveLength(300);
    const outsider = await product.person('lead', 'Reclassering');
    const theirs = await verifyHashes(product.services, outsider, hashes.slice(0, 1_000));
    expect(new Set(theirs.answers.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']));
    const cleared = { ...lead, clearance: 'openbaar' as const };
    await product.services.pool.query(
      `UPDATE definitions SET classification = 'vertrouwelijk' WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    const less = await verifyHashes(product.services, cleared, hashes.slice(0, 1_000));
    expect(new Set(less.answers.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']));
    expect((await listProofs(product.services, cleared, { q: 'duizend', limit: 20 })).total).toBe(0);
  });

  it('finds a proof that somebody with all rights on the database put there, or changed', async () => {
    const ids = await drive.store(established('vervalst', 2));
    const jobId = await lock({ ids });
    const [first, second] = (await Promise.all(ids.map(contentHashOf))) as [string, string];
    const forged = createHash('sha256').update('vervalst').digest('hex');
    const { pool } = product.services;
    await pool.query('ALTER TABLE proofs DISABLE TRIGGER USER');
    await pool.query(`UPDATE proofs SET hash = decode($2, 'hex') WHERE job_id = $1 AND hash = decode($3, 'hex')`, [
      jobId,
      forged,
      first,
    ]);
    await pool.query('ALTER TABLE proofs ENABLE TRIGGER USER');
    const found = await verify([forged, second]);
    expect(found.answers.map(({ outcome }) => outcome)).toEqual(['broken', 'locked']);
    expect(await drive.outcomes(found.jobId)).toEqual({ succeeded: 1, 'failed proof_broken': 1 });
  });
});

describe('a file of proofs', () => {
  it('of one proof holds by its path, and nothing else in its place does', async () => {
    const jobId = await lock({ ids: await drive.store(established('pad', 7)) });
    const page = await listProofs(product.services, lead, { q: 'pad 0003', limit: 20 });
    const [{ position = -1 } = {}] = page.items;
    const file = await readProofFile(product.services, lead, { jobId, position });
    expect(verifyProofFile(file)).toEqual({ faults: [], trusted: null, whole: false });
    const [proof] = file.proofs as [ProofFile['proofs'][number]];
    const { seal } = file;
    const path = proof.path ?? [];
    const forgeries: ProofFile[] = [
      { seal, proofs: [{ ...proof, hash: 'a'.repeat(64) }] },
      { seal, proofs: [{ ...proof, version: 2 }] },
      { seal, proofs: [{ ...proof, lockedAt: '2020-01-01T00:00:00.000Z' }] },
      { seal, proofs: [{ ...proof, place: 2 }] },
      { seal, proofs: [{ ...proof, path: path.slice(1) }] },
      { seal: { ...seal, root: 'b'.repeat(64) }, proofs: [proof] },
      { seal: { ...seal, sealedAt: '2020-01-01T00:00:00.000Z' }, proofs: [proof] },
      // A tree of two nodes would have the same root, if nodes could pass for leaves.
      { seal: { ...seal, size: 4 }, proofs: [{ ...proof, place: 1, path: path.slice(1) }] },
    ].map((one) => ({ format: file.format, ...one }));
    for (const forged of forgeries)
      expect(verifyProofFile(forged).faults.length, JSON.stringify(forged)).toBeGreaterThan(0);
    const outsider = await product.person('lead', 'Reclassering');
    await expect(readProofFile(product.services, outsider, { jobId, position })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('is verified by the command with nothing else, with a list of hashes, and an archive likewise', async () => {
    const ids = await drive.store(established('offline', 3));
    const file = join(product.dataDir, 'bewijs.json');
    const bytes = await drive.download(await lock({ ids }), 'proof');
    await writeFile(file, bytes);
    const { seal } = proofFileSchema.parse(JSON.parse(String(bytes)));
    expect(await command(file, '--key', seal.publicKey)).toMatchObject({
      code: 0,
      said: expect.stringContaining('all 3 proofs'),
    });
    expect(await command(file, '--key', 'c'.repeat(64))).toMatchObject({ code: 1 });
    const list = join(product.dataDir, 'hashes.txt');
    await writeFile(list, `${await contentHashOf(ids[0] as string)}  een.json\n${'d'.repeat(64)}\nniets\n`);
    const answered = await command(file, '--hashes', list);
    expect(answered.code).toBe(1);
    expect(answered.said).toMatch(/LOCKED {3}[\da-f]{64} {2}definition offline 0000 version 1/);
    expect(answered.said).toMatch(/UNKNOWN {2}d{64}\nNO HASH {2}niets/);
    await writeFile(file, String(bytes).replace('offline 0001', 'anders'));
    expect((await command(file)).code).toBe(0);
    await writeFile(file, String(bytes).replace(/"hash":"../, '"hash":"00'));
    expect(await command(file)).toMatchObject({ code: 1, said: expect.stringContaining('NOT INTACT') });
    await writeFile(file, bytes.subarray(0, 900));
    expect((await command(file)).code).toBe(2);

    const exported = await drive.export({ ids }, { formats: ['json', 'csv-machine'] });
    await product.until(exported, 'completed');
    const archive = join(product.dataDir, 'archief.zip');
    await writeFile(archive, await drive.download(exported, 'archive'));
    expect(await command(archive, '--key', seal.publicKey)).toMatchObject({
      code: 0,
      said: expect.stringContaining(`Exported by ${lead.name} of Openbaar Ministerie`),
    });
    expect(await command(archive, '--hashes', list)).toMatchObject({ code: 2 });
  });
});

function command(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'server/seal/verify.ts'), ...args], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
}
