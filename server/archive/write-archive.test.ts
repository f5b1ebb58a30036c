import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ARCHIVE_LIMITS } from '#domain/archive-limits.ts';
import { readDirectory, readEntry } from './read-archive.ts';
import { onDisk, readBytes } from './testing/read-bytes.ts';
import { type Segment, writeArchive } from './write-archive.ts';
import { type EntryRecord, encodeEntries } from './write-segment.ts';
import { LOCAL_LENGTH } from './zip-format.ts';

const MANY = 66_000;
const GIB = 2 ** 30;
/** A ceiling for a busy machine, not an expectation. */
const PATIENCE = 60_000;

const files = (...names: string[]) =>
  names.map((name) => ({ name, bytes: Buffer.from(`{"term":"${name.repeat(9)}"}`) }));
const archiveOf = async (segments: Iterable<Segment> | AsyncIterable<Segment>) =>
  Buffer.concat(await Array.fromAsync(writeArchive(segments)));

describe('encodeEntries', () => {
  it('describes each entry so that the rest of the archive can be written later', async () => {
    const bytes = Buffer.from('a'.repeat(500));
    const { data, entries } = await encodeEntries([
      { name: 'kort', bytes: Buffer.from('x') },
      { name: 'lang', bytes },
    ]);
    expect(entries).toMatchObject([
      { name: 'kort', offset: 0, size: 1, compressedSize: 1 },
      { name: 'lang', offset: LOCAL_LENGTH + 4 + 1, size: 500 },
    ]);
    expect(entries[1]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(entries[1]?.compressedSize).toBeLessThan(20);
    expect(data.length).toBe(2 * LOCAL_LENGTH + 8 + 1 + (entries[1]?.compressedSize ?? 0));
    expect(JSON.parse(JSON.stringify(entries))).toEqual(entries);
  });

  it('stores what deflating would not make smaller, whatever its size', async () => {
    const noise = createHash('shake256', { outputLength: 300_000 }).update('noise').digest();
    const named = [0, 1, 15, 16, 2000, 300_000].map((size) => ({ name: `${size}`, bytes: noise.subarray(0, size) }));
    const { data, entries } = await encodeEntries(named);
    expect(entries.map((entry) => entry.compressedSize)).toEqual([0, 1, 15, 16, 2000, 300_000]);
    expect(await readBytes(await archiveOf([{ data, entries }]))).toMatchObject({ accepted: true });
  });

  it.each(['../a', '/a', 'a\\b', 'map/', 'cafe\u0301', 'NUL', ''])(
    'refuses a name our reader would refuse: %j',
    async (name) => {
      await expect(encodeEntries([{ name, bytes: Buffer.from('x') }])).rejects.toThrow(RangeError);
    },
  );
});

describe('writeArchive', () => {
  it('gives back every file, whatever is in it', async () => {
    const contents = fc.uint8Array({ maxLength: 5000 }).map((bytes) => Buffer.concat([Buffer.from('.'), bytes]));
    const segment = fc.array(contents, { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(segment, { minLength: 1, maxLength: 4 }), async (parts) => {
        const named = parts.map((part, at) => part.map((bytes, index) => ({ name: `dé/${9 - at}-${index}`, bytes })));
        const expected = new Map(named.flat().map(({ name, bytes }) => [name, bytes]));
        const outcome = await readBytes(await archiveOf(await Promise.all(named.map(encodeEntries))));
        if (expected.size === 0) expect(outcome).toMatchObject({ codes: ['archive_empty'] });
        else expect(outcome).toEqual({ accepted: true, files: expected });
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same bytes for the same segments, and a directory sorted by name', async () => {
    const make = async () => archiveOf([await encodeEntries(files('m', 'z')), await encodeEntries(files('a', 'Z'))]);
    const archive = await make();
    expect(archive.equals(await make())).toBe(true);
    const { entries } = await onDisk(archive, (path) => readDirectory(path));
    expect([...entries.names()]).toEqual(['Z', 'a', 'm', 'z']);
  });

  it('takes segments as streams, one after the other, as they become ready', async () => {
    async function* segments(): AsyncGenerator<Segment> {
      for (const name of ['b', 'a', 'c']) {
        const { data, entries } = await encodeEntries(files(name));
        yield { data: Readable.from([data.subarray(0, 10), data.subarray(10)]), entries };
      }
    }
    const whole = await Promise.all(['b', 'a', 'c'].map((name) => encodeEntries(files(name))));
    expect((await archiveOf(segments())).equals(await archiveOf(whole))).toBe(true);
  });

  it('is read by JSZip, and by unzip and Python where they are', async () => {
    const segment = await encodeEntries([
      ...files('definities/één.json', 'manifest.json'),
      { name: 'leeg', bytes: Buffer.alloc(0) },
    ]);
    const archive = await archiveOf([segment]);
    const zip = await JSZip.loadAsync(archive, { checkCRC32: true });
    expect(Object.keys(zip.files).sort()).toEqual(['definities/één.json', 'leeg', 'manifest.json']);
    expect(await zip.file('manifest.json')?.async('string')).toContain('manifest.json');
    await onDisk(archive, readByOthers);
  });

  it(
    'needs zip64 for 66 000 entries, and is still read everywhere',
    async () => {
      const segments: Segment[] = [];
      for (let start = 0; start < MANY; start += 11_000) {
        const chunk = Array.from({ length: 11_000 }, (_, index) => ({
          name: `d/${start + index}`,
          bytes: Buffer.from(`${index}`),
        }));
        segments.push(await encodeEntries(chunk));
      }
      const archive = await archiveOf(segments);
      expect(await readBytes(archive)).toSatisfy((outcome) => outcome.accepted && outcome.files.size === MANY);
      const zip = await JSZip.loadAsync(archive);
      expect(zip.filter((_, entry) => !entry.dir)).toHaveLength(MANY);
      await onDisk(archive, readByOthers);
    },
    PATIENCE,
  );

  it('finds an entry behind the first 4 GiB again', async () => {
    const last = await encodeEntries(files('laatste.json'));
    const segments = [1, 2, 3, 4].map((number) => vast(`${number}`)).concat([last]);
    const folder = await mkdtemp(join(tmpdir(), 'lexport-large-'));
    const file = await open(join(folder, 'large.zip'), 'w+');
    try {
      // Only what is not zero is written: on the disk the file is almost nothing but a hole.
      let position = 0;
      for await (const bytes of writeArchive(segments)) {
        if (bytes !== ZEROS) await file.write(bytes, 0, bytes.length, position);
        position += bytes.length;
      }
      expect(position).toBeGreaterThan(4 * GIB);
      const room = { uploadBytes: 5 * GIB, entryBytes: 2 * GIB, totalBytes: 5 * GIB };
      const directory = await readDirectory(file, { ...DEFAULT_ARCHIVE_LIMITS, ...room });
      expect(directory.refusals).toEqual([]);
      const entry = directory.entries.named('laatste.json');
      expect(entry?.offset).toBeGreaterThan(4 * GIB);
      expect(entry && (await readEntry(file, directory, entry)).equals(files('laatste.json')[0]?.bytes ?? ZEROS)).toBe(
        true,
      );
    } finally {
      await file.close();
      await rm(folder, { recursive: true });
    }
  });

  it('gives no archive when a segment is not what its records say, or a name occurs twice', async () => {
    const { data, entries } = await encodeEntries(files('a', 'b'));
    await expect(archiveOf([{ data: data.subarray(1), entries }])).rejects.toThrow('not as long');
    await expect(archiveOf([{ data, entries: entries.slice(1) }])).rejects.toThrow('does not have b');
    await expect(
      archiveOf([
        { data, entries },
        { data, entries },
      ]),
    ).rejects.toThrow('Two entries have the name a');
  });
});

const ZEROS = Buffer.alloc(2 ** 20);

/** A segment with one stored entry of just over 1 GiB of zeros, without having it. */
function vast(name: string): Segment {
  const size = GIB + ZEROS.length;
  const entry: EntryRecord = { name, offset: 0, crc32: 0, compressedSize: size, size, sha256: '' };
  async function* data() {
    yield Buffer.alloc(LOCAL_LENGTH + name.length);
    for (let at = 0; at < size; at += ZEROS.length) yield ZEROS;
  }
  return { data: data(), entries: [entry] };
}

/** Asks the programs this machine has for their opinion. */
async function readByOthers(path: string): Promise<void> {
  if (isHere('unzip', '-v')) expect(said('unzip', ['-tq', path])).toMatch(/^No errors detected/);
  if (isHere('python3', '--version')) expect(said('python3', ['-m', 'zipfile', '-t', path])).toMatch(/^Done testing/);
}

function isHere(program: string, option: string): boolean {
  const here = spawnSync(program, [option]).status === 0;
  if (!here) console.info(`${program} is not here: it was not asked.`);
  return here;
}

function said(program: string, args: string[]): string {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return `${stdout}${stderr}`;
}
