import { createHash, generateKeyPairSync } from 'node:crypto';
import JSZip from 'jszip';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import type { Provenance, ProvenancePolicy } from '#domain/provenance.ts';
import { readSignature, SIGNATURE_NAME, signArchive } from '#server/seal/archive-signature.ts';
import { keyIdOf, readSealingKey, type SealingKey } from '#server/seal/keys.ts';
import { definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadBytes } from '#server/testing/upload-files.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
let archive: Buffer;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
  archive = await exported(definitionsOf('herkomst', 6));
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

async function exported(contents: ReturnType<typeof definitionsOf>, formats: 'json' | 'csv' = 'json') {
  const ids = await drive.store(contents);
  const jobId = await drive.export({ ids }, { formats: formats === 'json' ? ['json'] : ['csv-machine'] });
  await product.until(jobId, 'completed');
  return drive.download(jobId, 'archive');
}

/** The archive with something done to it, packed anew. */
async function tampered(change: (zip: JSZip) => unknown): Promise<Buffer> {
  const zip = await JSZip.loadAsync(archive);
  await change(zip);
  return zip.generateAsync({ type: 'nodebuffer' });
}

const textOf = async (zip: JSZip, name: string) => (await zip.file(name)?.async('string')) ?? '';
const firstFile = (zip: JSZip) => Object.keys(zip.files).find((name) => name.startsWith('definities/')) as string;

async function importOf(bytes: Buffer, person = lead) {
  const as = driveJobs(product, person);
  const jobId = await as.import(await uploadBytes(product.services, person, 'archief.zip', bytes), { confirm: true });
  const progress = await product.until(jobId, 'awaiting_confirmation', 'failed');
  const job = await as.job(jobId);
  return {
    job,
    status: progress.status,
    provenance: job.provenance as Provenance,
    codes: job.findings.map((f) => f.code),
  };
}

async function policy(wanted: Partial<ProvenancePolicy>, organisationId = lead.organisationId) {
  const all = { unsigned: 'accept', foreign: 'warn', changed: 'warn', broken: 'refuse', ...wanted };
  await product.services.pool.query(
    `INSERT INTO provenance_settings (organisation_id, unsigned, "foreign", changed, broken, version, changed_by)
     VALUES ($1, $2, $3, $4, $5, 1, $6) ON CONFLICT (organisation_id) DO UPDATE SET unsigned = $2, "foreign" = $3,
       changed = $4, broken = $5`,
    [organisationId, all.unsigned, all.foreign, all.changed, all.broken, lead.id],
  );
}

function newKey(): SealingKey {
  return readSealingKey(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

async function enrolled(key: SealingKey, more: { validUntil?: string; revoked?: boolean } = {}) {
  await product.services.pool.query(
    `INSERT INTO partner_keys (id, organisation_id, key_id, public_key, name, kind, enrolled_by, valid_until, revoked_at, revoked_by,
       revoked_reason) VALUES ($1, $2, $3, $4, 'Parket Noord', 'partner', $5, now() + $6::interval, $7, $8, $9)`,
    [
      ...[uuidV7(), lead.organisationId, key.id, key.publicKey, lead.id, more.validUntil ?? '1 day'],
      ...(more.revoked ? [new Date(), lead.id, 'gestolen'] : [null, null, null]),
    ],
  );
}

/** The archive as another system would have made it. */
function signedBy(key: SealingKey, signedAt = new Date().toISOString()): Promise<Buffer> {
  return tampered(async (zip) => {
    const [manifest, report] = await Promise.all(
      ['manifest.json', 'report.json'].map((name) => zip.file(name)?.async('nodebuffer') as Promise<Buffer>),
    );
    const { digest, files } = JSON.parse(String(manifest)) as { digest: string; files: unknown[] };
    const sum = (bytes?: Buffer) =>
      createHash('sha256')
        .update(bytes as Buffer)
        .digest('hex');
    const said = {
      application: 'Lexport 1',
      organisation: { id: 'x', name: 'Parket Noord' },
      actor: { id: 'y', name: 'Jo' },
    };
    zip.file(
      SIGNATURE_NAME,
      signArchive(key, {
        ...{ ...said, signedAt, jobId: 'z', files: files.length, digest },
        ...{ manifest: sum(manifest), report: sum(report) },
      }),
    );
  });
}

describe('an export', () => {
  it('is signed by this installation, over the hashes of its manifest and its report', async () => {
    const zip = await JSZip.loadAsync(archive);
    const signature = readSignature((await zip.file(SIGNATURE_NAME)?.async('nodebuffer')) as Buffer);
    const { rows } = await product.services.pool.query('SELECT public_key AS "publicKey", id FROM audit_keys');
    expect(signature).toMatchObject({ holds: true, keyId: rows[0].id, publicKey: rows[0].publicKey });
    const manifest = (await zip.file('manifest.json')?.async('nodebuffer')) as Buffer;
    expect(signature?.statement).toMatchObject({
      manifest: createHash('sha256').update(manifest).digest('hex'),
      digest: JSON.parse(String(manifest)).digest,
      organisation: { name: 'Openbaar Ministerie' },
      files: 6,
    });
  });

  it('comes back as our own, unchanged, and says who exported it', async () => {
    const { provenance, codes, status } = await importOf(archive);
    expect(status).toBe('awaiting_confirmation');
    expect(provenance).toMatchObject({ signer: 'own', changed: false, listed: true, changes: [], policy: [] });
    expect(provenance.exported).toMatchObject({ by: lead.name, organisation: 'Openbaar Ministerie' });
    expect(codes.filter((code) => code.startsWith('signature'))).toEqual([]);
  });

  it('in a table comes back the same way, and a table that was changed does not', async () => {
    const before = archive;
    archive = await exported(definitionsOf('tabel', 3), 'csv');
    expect((await importOf(archive)).provenance).toMatchObject({ signer: 'own', changed: false, listed: true });
    const table = (zip: JSZip) => Object.keys(zip.files).find((name) => name.endsWith('.csv')) as string;
    const edited = await tampered(async (zip) => {
      const text = await textOf(zip, table(zip));
      zip.file(table(zip), text.replace('tabel 0001', 'tafel 0001'));
    });
    expect((await importOf(edited)).provenance).toMatchObject({ changed: true, changeCount: 1 });
    const bare = await tampered((zip) => zip.remove(table(zip)));
    expect((await importOf(bare)).provenance).toMatchObject({ changes: [{ change: 'removed' }] });
    archive = before;
  });
});

describe('an archive that was changed after it was signed', () => {
  it('by one byte of one file is told by that file and its definition', async () => {
    const bytes = await tampered(async (zip) => {
      const text = await textOf(zip, firstFile(zip));
      zip.file(firstFile(zip), text.replace('persoon', 'Persoon'));
    });
    const { provenance, codes, status } = await importOf(bytes);
    expect(provenance).toMatchObject({ signer: 'own', changed: true, listed: true, changeCount: 1, indexFiles: [] });
    expect(provenance.changes).toEqual([
      { file: expect.stringContaining('definities/'), change: 'changed', term: 'herkomst 0000' },
    ]);
    expect(codes).toContain('signature_content_changed');
    expect(status).toBe('awaiting_confirmation');
  });

  it('by a file more, and by a file less', async () => {
    const more = await tampered(async (zip) => zip.file('definities/erbij.json', await textOf(zip, firstFile(zip))));
    expect((await importOf(more)).provenance.changes).toEqual([
      { file: 'definities/erbij.json', change: 'added', term: null },
    ]);
    const less = await tampered((zip) => zip.remove(firstFile(zip)));
    expect((await importOf(less)).provenance.changes).toMatchObject([{ change: 'removed', term: 'herkomst 0000' }]);
  });

  it('in its manifest: a list that says what the files are now is not the list that was signed', async () => {
    const bytes = await tampered(async (zip) => {
      const text = (await textOf(zip, firstFile(zip))).replace('persoon', 'Persoon');
      const manifest = JSON.parse(await textOf(zip, 'manifest.json'));
      zip.file(firstFile(zip), text);
      manifest.files[0].sha256 = createHash('sha256').update(text).digest('hex');
      manifest.digest = createHash('sha256')
        .update(manifest.files.map(({ path, sha256 }: Record<string, string>) => `${path}\0${sha256}\n`).join(''))
        .digest('hex');
      zip.file('manifest.json', JSON.stringify(manifest));
    });
    const { provenance } = await importOf(bytes);
    expect(provenance).toMatchObject({ signer: 'own', changed: true, listed: false, indexFiles: ['manifest.json'] });
  });

  it('in the words of its manifest only: its files are still those that were signed', async () => {
    const bytes = await tampered(async (zip) => {
      const text = await textOf(zip, 'manifest.json');
      zip.file('manifest.json', text.replace('Openbaar Ministerie', 'Iemand Anders'));
    });
    const { provenance } = await importOf(bytes);
    expect(provenance).toMatchObject({ changed: true, listed: true, changeCount: 0, indexFiles: ['manifest.json'] });
  });

  it('without its manifest, or its report', async () => {
    for (const name of ['manifest.json', 'report.json'])
      expect((await importOf(await tampered((zip) => zip.remove(name)))).provenance).toMatchObject({
        changed: true,
        indexFiles: [name],
      });
  });

  it('is not read at all where the policy refuses that, so that nothing of it can be done again', async () => {
    await policy({ changed: 'refuse' });
    const bytes = await tampered((zip) => zip.remove(firstFile(zip)));
    const { status, job } = await importOf(bytes);
    expect(status).toBe('failed');
    expect(job).toMatchObject({ total: 0, problem: { code: 'signature_content_changed' } });
    expect((await importOf(archive)).status).toBe('awaiting_confirmation');
    await policy({});
  });
});

describe('a signature', () => {
  it('that does not hold is forged, whatever the archive holds: nothing of it is read', async () => {
    const forgeries: ((text: string) => string)[] = [
      (text) => text.replace('Openbaar Ministerie', 'Politie Noord'),
      (text) =>
        text.replace(/"signature": "../, (start) => `${start.slice(0, -2)}${start.endsWith('00') ? '11' : '00'}`),
      (text) => text.replace(/"publicKey": "[0-9a-f]{64}"/, `"publicKey": "${newKey().publicKey.toString('hex')}"`),
      (text) => text.replace('"statement": {', '"statement": {\n    "extra": 1,'),
      () => 'not json',
      () => JSON.stringify({ text: 'x'.repeat(70_000) }),
    ];
    for (const forge of forgeries) {
      const bytes = await tampered(async (zip) => zip.file(SIGNATURE_NAME, forge(await textOf(zip, SIGNATURE_NAME))));
      const { status, provenance, job } = await importOf(bytes);
      expect(status).toBe('failed');
      expect(provenance).toMatchObject({ signer: 'forged', exported: null });
      expect(job).toMatchObject({ total: 0, problem: { code: 'signature_forged' } });
    }
  });

  it('of a key that says it has the number of another does not hold', async () => {
    const key = newKey();
    const bytes = await signedBy({ ...key, id: keyIdOf(newKey().publicKey) });
    expect((await importOf(bytes)).provenance.signer).toBe('forged');
  });

  it('of a key nobody enrolled is foreign: accepted, warned of or refused, as the organisation wants', async () => {
    const bytes = await signedBy(newKey());
    for (const choice of ['accept', 'warn', 'refuse'] as const) {
      await policy({ foreign: choice });
      const { status, provenance, job } = await importOf(bytes);
      expect(provenance).toMatchObject({ signer: 'unknown', policy: [{ case: 'foreign', choice }] });
      expect(status).toBe(choice === 'refuse' ? 'failed' : 'awaiting_confirmation');
      const { severity } = job.findings.find(({ code }) => code === 'signature_key_unknown') ?? {};
      expect(severity).toBe({ accept: 'info', warn: 'warning', refuse: 'error' }[choice]);
    }
    await policy({});
  });

  it('of an enrolled partner is trusted, by the name it was enrolled with, in that organisation only', async () => {
    const key = newKey();
    await enrolled(key);
    const bytes = await signedBy(key);
    expect((await importOf(bytes)).provenance).toMatchObject({
      signer: 'partner',
      key: { id: key.id, name: 'Parket Noord' },
      changed: false,
      policy: [],
    });
    const elsewhere = await product.person('lead', 'Reclassering');
    expect((await importOf(bytes, elsewhere)).provenance.signer).toBe('unknown');
  });

  it('of a key past its time is foreign by our clock, whatever time it says it was made', async () => {
    const key = newKey();
    await enrolled(key, { validUntil: '-1 second' });
    for (const signedAt of ['2020-01-01T00:00:00.000Z', new Date().toISOString(), '2099-01-01T00:00:00.000Z']) {
      const { provenance, codes } = await importOf(await signedBy(key, signedAt));
      expect(provenance).toMatchObject({ signer: 'expired', endedAt: expect.any(String) });
      expect(codes).toContain('signature_key_expired');
    }
  });

  it('of a revoked key is refused, also when it says it was made before that', async () => {
    const key = newKey();
    await enrolled(key, { revoked: true });
    const { status, provenance, job } = await importOf(await signedBy(key, '2020-01-01T00:00:00.000Z'));
    expect(provenance).toMatchObject({ signer: 'revoked', policy: [{ case: 'broken', choice: 'refuse' }] });
    expect(status).toBe('failed');
    expect(job.problem?.code).toBe('signature_key_revoked');
  });
});

describe('an upload without a signature', () => {
  it('comes in as ever, is warned of, or refused, a single file as well', async () => {
    const bare = await tampered((zip) => zip.remove(SIGNATURE_NAME));
    for (const choice of ['accept', 'warn', 'refuse'] as const) {
      await policy({ unsigned: choice });
      const { status, provenance, codes } = await importOf(bare);
      expect(provenance).toMatchObject({ signer: 'none', changed: null });
      expect(status).toBe(choice === 'refuse' ? 'failed' : 'awaiting_confirmation');
      expect(codes.includes('signature_missing')).toBe(choice !== 'accept');
    }
    const loose = Buffer.from('{"term":"los","definition":"persoon die los komt"}');
    const uploadId = await uploadBytes(product.services, lead, 'een.json', loose);
    const jobId = await drive.import(uploadId);
    await product.until(jobId, 'failed');
    expect((await drive.job(jobId)).problem?.code).toBe('signature_missing');
    await policy({});
  });
});

it('tells the audit trail what was found', async () => {
  const { job } = await importOf(archive);
  const { rows } = await product.services.pool.query(
    `SELECT details FROM audit_entries WHERE action = 'provenance.judged' AND job_id = $1`,
    [job.id],
  );
  expect(rows).toMatchObject([{ details: { signer: 'own', changed: false, verdict: 'accept' } }]);
});
