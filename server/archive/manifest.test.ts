import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Manifest, type ManifestFile, manifestSchema } from '#contract/manifest.ts';
import { checkManifest } from './check-manifest.ts';
import { shortPart } from './encode-parts.ts';
import { HeldFiles } from './held-files.ts';
import { encodeFiles, type ManifestFacts, ManifestSums, manifestParts } from './manifest.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

const file = (path: string, sha256 = hash(path)): ManifestFile => ({
  path,
  definitionId: `id-of-${path}`,
  version: 3,
  contentHash: `sha256:${hash('content')}`,
  sha256,
  bytes: 10,
  mediaType: 'application/json',
  term: 'beslag',
  dependencies: ['strafvordering'],
  score: 0.82,
  caseReferences: [{ kind: 'ecli', value: 'ECLI:NL:HR:2024:1' }],
  classification: 'intern',
});

const FACTS = {
  application: { name: 'Lexport', version: '0.1.0' },
  ruleSetVersion: '2026-11',
  batchId: 'batch-1',
  jobId: 'job-1',
  actor: { id: 'u1', name: 'A. de Vries' },
  organisation: { id: 'o1', name: 'Parket' },
  selection: { filter: { status: ['draft'] }, excluded: [] },
  createdAt: '2026-11-22T10:00:00Z',
  redactions: {},
} satisfies ManifestFacts;
const FILES = [file('definitions/b.json'), file('definitions/a.json')];

const sumsOf = (files: readonly ManifestFile[]) => {
  const sums = new ManifestSums();
  for (const one of files) sums.add(one);
  return sums.end();
};
async function* inSteps(bytes: Buffer, step: number) {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}
const encode = async (files: readonly ManifestFile[]) => {
  const lists = files.map((one) => shortPart(Buffer.from(encodeFiles([one]))));
  const parts = manifestParts(FACTS, sumsOf(files), lists).map((part) => Array.fromAsync(part.read()));
  return Buffer.concat((await Promise.all(parts)).flat());
};
const MANIFEST: Manifest = { schemaVersion: 1, ...FACTS, ...sumsOf(FILES), files: FILES };
const HERE = Object.fromEntries(FILES.map(({ path, sha256 }) => [path, sha256]));

/** What is said of a manifest beside these files, by name with their SHA-256. */
const check = (manifest: Buffer | object, here: Record<string, string> = HERE, step = 50) => {
  const names = ['manifest.json', ...Object.keys(here)];
  const held = new HeldFiles({ length: names.length, names: () => names });
  for (const [index, sha256] of Object.values(here).entries()) held.hold(index + 1, Buffer.from(sha256, 'hex'));
  const bytes = Buffer.isBuffer(manifest) ? manifest : Buffer.from(JSON.stringify(manifest));
  return checkManifest(inSteps(bytes, step), held);
};

describe('a manifest', () => {
  it('adds the files up and seals them, in their order, with one digest', () => {
    expect(MANIFEST.totals).toEqual({ files: 2, bytes: 20 });
    const [b, a] = ['definitions/b.json', 'definitions/a.json'];
    expect(MANIFEST.digest).toBe(hash(`${b}\0${hash(b)}\n${a}\0${hash(a)}\n`));
  });

  it('is JSON with a line per file', async () => {
    const encoded = await encode(FILES);
    expect(manifestSchema.parse(JSON.parse(encoded.toString()))).toEqual(MANIFEST);
    const lines = encoded.toString().split('\n');
    expect(lines.filter((line) => line.includes('definitions/'))).toHaveLength(2);
    expect(JSON.parse((await encode([])).toString())).toMatchObject({ files: [] });
  });

  it('gives scores from 0 to 1, as the rest of the product does', () => {
    expect(manifestSchema.safeParse({ ...MANIFEST, files: [{ ...FILES[0], score: 82 }] }).success).toBe(false);
  });
});

describe('an archive held against its manifest', () => {
  it('is as it was made, however the manifest is spaced and wherever it is cut', async () => {
    expect(await check(await encode(FILES))).toEqual([]);
    expect(await check(Buffer.from(JSON.stringify(MANIFEST, null, 4)), HERE, 1)).toEqual([]);
    const { files, ...before } = MANIFEST;
    expect(await check({ files, later: { files: [1] }, ...before })).toEqual([]);
    expect(await check(Buffer.concat([Buffer.from('\ufeff'), await encode(FILES)]))).toEqual([]);
  });

  it.each<[string, object, Record<string, string>, object]>([
    [
      'a missing file',
      MANIFEST,
      { 'definitions/a.json': hash('definitions/a.json') },
      { code: 'manifest_file_missing', severity: 'warning', params: { entry: 'definitions/b.json' } },
    ],
    [
      'a changed file',
      MANIFEST,
      { ...HERE, 'definitions/b.json': hash('other') },
      { code: 'manifest_file_changed', severity: 'warning', location: { file: 'definitions/b.json' } },
    ],
    ['an added file', MANIFEST, { ...HERE, 'c.json': hash('') }, { code: 'manifest_file_unlisted', severity: 'info' }],
    [
      'a changed list',
      { ...MANIFEST, digest: hash('') },
      HERE,
      { code: 'manifest_digest_mismatch', severity: 'warning' },
    ],
  ])('has %s', async (_, manifest, files, finding) => {
    expect(await check(manifest, files)).toMatchObject([finding]);
  });

  it('is told apart in a hundred places at the most; the rest is counted', async () => {
    const files = Array.from({ length: 130 }, (_, index) => file(`${index}`));
    const findings = await check(await encode(files), {});
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ code: 'manifest_more_differences', params: { value: 30, limit: 100 } });
  });

  it.each([
    ['no JSON', Buffer.from('{"schemaVersion":1'), { code: 'manifest_unreadable' }],
    ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22]), { code: 'manifest_unreadable' }],
    ['cut within a letter', Buffer.from([0x7b, 0x22, 0xc3]), { code: 'manifest_unreadable' }],
    ['a list', Buffer.from('[]'), { code: 'manifest_unreadable' }],
    ['of something else', Buffer.from('{"name":"x"}'), { code: 'manifest_shape_invalid' }],
    [
      'without a list of files',
      { ...MANIFEST, files: 3 },
      { code: 'manifest_shape_invalid', params: { value: '/files' } },
    ],
    [
      'wrong about a file',
      { ...MANIFEST, files: [FILES[0], file('a', 'ABC')] },
      { code: 'manifest_shape_invalid', location: { pointer: '/files/1/sha256' } },
    ],
    ['of a later version', { schemaVersion: 2 }, { code: 'manifest_version_unsupported', params: { value: 2 } }],
  ])('is not judged by a manifest that is %s', async (_, manifest, expected) => {
    const finding = { severity: 'warning', location: { file: 'manifest.json' }, ...expected };
    expect(await check(manifest)).toMatchObject([finding]);
  });

  it('reads a manifest to its end even when it is of no use, so that what is wrong with its bytes is heard', async () => {
    const broken = async function* () {
      yield Buffer.from('nonsense');
      throw new Error('damaged');
    };
    await expect(checkManifest(broken(), new HeldFiles({ length: 0, names: () => [] }))).rejects.toThrow('damaged');
  });
});
