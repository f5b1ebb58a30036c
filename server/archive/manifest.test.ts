import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Manifest, ManifestFile } from '#contract/manifest.ts';
import { compareManifest, encodeFiles, encodeManifest, type ManifestFacts, parseManifest, sumUp } from './manifest.ts';

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
  score: 82,
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
  redactions: { bsn: 2 },
} satisfies ManifestFacts;
const FILES = [file('definitions/b.json'), file('definitions/a.json')];

const encode = async (files: readonly ManifestFile[]) =>
  Buffer.concat(
    await Array.fromAsync(
      encodeManifest(
        FACTS,
        sumUp(files),
        files.map((one) => encodeFiles([one])),
      ),
    ),
  );
const MANIFEST: Manifest = { schemaVersion: 1, ...FACTS, ...sumUp(FILES), files: FILES };
const listed = FILES.map(({ path, sha256 }) => ({ name: path, sha256 }));

describe('sumUp', () => {
  it('adds the files up and seals them with one digest', () => {
    expect(MANIFEST.totals).toEqual({ files: 2, bytes: 20 });
    const [a, b] = ['definitions/a.json', 'definitions/b.json'];
    expect(MANIFEST.digest).toBe(hash(`${a}\0${hash(a)}\n${b}\0${hash(b)}\n`));
  });

  it('does not depend on the order in which the files came', () => {
    expect(sumUp([...FILES].reverse())).toEqual(sumUp(FILES));
  });
});

describe('parseManifest', () => {
  const parse = (change: (manifest: Record<string, unknown>) => void) => {
    const manifest = structuredClone(MANIFEST) as unknown as Record<string, unknown>;
    change(manifest);
    return parseManifest(Buffer.from(JSON.stringify(manifest)));
  };

  it('reads what encodeManifest wrote, one line per file', async () => {
    const encoded = await encode(FILES);
    expect(parseManifest(encoded)).toEqual(MANIFEST);
    expect(
      encoded
        .toString()
        .split('\n')
        .filter((line) => line.includes('definitions/')),
    ).toHaveLength(2);
    expect(parseManifest(await encode([]))).toMatchObject({ files: [] });
  });

  it('accepts a byte order mark and fields it does not know', async () => {
    expect(parseManifest(Buffer.concat([Buffer.from('\ufeff'), await encode(FILES)]))).toEqual(MANIFEST);
    expect(parse((manifest) => Object.assign(manifest, { later: true }))).toEqual(MANIFEST);
  });

  it.each([
    ['no JSON', Buffer.from('{"schemaVersion":1'), { code: 'manifest_unreadable' }],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), { code: 'manifest_unreadable' }],
    ['a list', Buffer.from('[]'), { code: 'manifest_shape_invalid', params: { value: '/' } }],
    ['the manifest of something else', Buffer.from('{"name":"x"}'), { code: 'manifest_shape_invalid' }],
    [
      'a later version',
      Buffer.from('{"schemaVersion":2}'),
      { code: 'manifest_version_unsupported', params: { value: 2 } },
    ],
  ])('refuses %s', (_, bytes, expected) => {
    expect(parseManifest(bytes)).toMatchObject({ severity: 'error', location: { file: 'manifest.json' }, ...expected });
  });

  it('points at what is wrong', () => {
    const wrong = parse((manifest) => Object.assign((manifest.files as ManifestFile[])[1] ?? {}, { sha256: 'ABC' }));
    expect(wrong).toMatchObject({ code: 'manifest_shape_invalid', location: { pointer: '/files/1/sha256' } });
  });
});

describe('compareManifest', () => {
  it('has nothing to say about an archive that is as it was made', () => {
    expect(
      compareManifest(MANIFEST, [
        ...listed,
        { name: 'manifest.json', sha256: '' },
        { name: 'report.json', sha256: '' },
      ]),
    ).toEqual([]);
  });

  it.each<[string, Manifest, { name: string; sha256: string }[], object]>([
    [
      'a missing file',
      MANIFEST,
      listed.slice(1),
      { code: 'manifest_file_missing', severity: 'warning', params: { entry: 'definitions/b.json' } },
    ],
    [
      'a changed file',
      MANIFEST,
      [{ name: 'definitions/b.json', sha256: hash('other') }, ...listed.slice(1)],
      { code: 'manifest_file_changed', severity: 'warning', location: { file: 'definitions/b.json' } },
    ],
    [
      'an added file',
      MANIFEST,
      [...listed, { name: 'c.json', sha256: '' }],
      { code: 'manifest_file_unlisted', severity: 'info' },
    ],
    [
      'a changed list',
      { ...MANIFEST, digest: hash('') },
      listed,
      { code: 'manifest_digest_mismatch', severity: 'warning' },
    ],
  ])('mentions %s', (_, manifest, files, finding) => {
    expect(compareManifest(manifest, files)).toMatchObject([finding]);
  });
});
