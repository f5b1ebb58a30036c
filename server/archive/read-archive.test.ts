import { open } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ArchiveLimits, DEFAULT_ARCHIVE_LIMITS } from '#domain/archive-limits.ts';
import type { ArchiveEntry } from './archive-entry.ts';
import { readDirectory, readEntries, readEntry } from './read-archive.ts';
import { ArchiveRefused } from './refusal.ts';
import { streamEntry } from './stream-entry.ts';
import {
  buildZip,
  extraField,
  type RawArchive,
  type RawEntry,
  uint16,
  uint32,
  uint64,
  unicodeField,
} from './testing/build-zip.ts';
import { onDisk, readBytes } from './testing/read-bytes.ts';
import { writeArchive } from './write-archive.ts';
import { encodeEntries } from './write-segment.ts';

const HELLO: RawEntry = { name: 'hello.json', contents: '{"term":"beslag"}' };
/** A ceiling for a busy machine, not an expectation. */
const PATIENCE = 60_000;
const SYMLINK = 0o120777 * 2 ** 16;
const DEVICE = 0o020666 * 2 ** 16;
const unix = (mode: number) => mode * 2 ** 16;

type Refusal = [
  what: string,
  codes: string[],
  entries: RawEntry[],
  archive?: RawArchive,
  limits?: Partial<ArchiveLimits>,
];

const named = (name: string | Buffer, more: Partial<RawEntry> = {}): RawEntry[] => [{ ...HELLO, name, ...more }];
const zeros = (size: number): Buffer => Buffer.alloc(size);
const descriptor = (crc: number, compressedSize: number, size: number) =>
  Buffer.concat([uint32(0x08074b50), uint32(crc), uint32(compressedSize), uint32(size)]);

const REFUSED_BEFORE_READING: Refusal[] = [
  [
    'an entry larger than allowed',
    ['archive_entry_too_large'],
    named('a', { contents: zeros(1025) }),
    {},
    { entryBytes: 1024 },
  ],
  [
    'compressed data far longer than its contents',
    ['archive_entry_too_large'],
    named('a', { method: 8, contents: 'x', data: zeros(70_000) }),
    {},
    { entryBytes: 1024 },
  ],
  [
    'more than allowed in total',
    ['archive_total_too_large'],
    ['a', 'b', 'c'].map((name) => ({ name, contents: zeros(40) })),
    {},
    { totalBytes: 100 },
  ],
  ['a bomb', ['archive_ratio_too_high'], named('bomb.json', { method: 8, contents: zeros(900_000) })],
  [
    'a bomb that hides its compressed size',
    ['archive_ratio_too_high'],
    named('b', { method: 8, contents: zeros(900_000), compressedSize: 0 }),
  ],
  ['a larger directory than allowed', ['archive_directory_too_large'], [HELLO], {}, { directoryBytes: 50 }],
  ['more entries than allowed', ['archive_too_many_entries'], [HELLO, { name: 'b' }], {}, { entries: 1 }],
  ['a larger file than allowed', ['archive_upload_too_large'], [HELLO], {}, { uploadBytes: 60 }],
  ['a password', ['archive_encrypted'], named('a', { flags: 0x801 })],
  ['strong encryption', ['archive_encrypted'], named('a', { flags: 0x841 })],
  ['a masked directory', ['archive_encrypted'], named('a', { flags: 0x2800 })],
  ['WinZip AES', ['archive_encrypted'], named('a', { method: 99 })],
  ['another method (LZMA)', ['archive_unsupported_method'], named('a', { method: 14 })],
  ['patch data', ['archive_unsupported_method'], named('a', { method: 8, flags: 0x820 })],
  ['a symbolic link', ['archive_symlink'], named('a', { externalAttributes: SYMLINK })],
  ['a device', ['archive_symlink'], named('a', { externalAttributes: DEVICE })],
  ['a path that climbs out', ['archive_path_traversal'], named('../../etc/passwd')],
  ['a path that climbs in the middle', ['archive_path_traversal'], named('a/../b.json')],
  ['an absolute path', ['archive_path_absolute'], named('/etc/passwd')],
  ['a drive letter', ['archive_path_absolute'], named('c:/windows/system.ini')],
  ['a backslash', ['archive_name_backslash'], named('map\\a.json')],
  ['a control character', ['archive_name_control_character'], named('a\u0007.json')],
  ['a NUL in the name', ['archive_name_control_character'], named('a.json\0.exe')],
  ['a name that is shown backwards', ['archive_name_control_character'], named('a\u202enosj.exe')],
  ['a name that Windows keeps', ['archive_name_reserved'], named('map/NUL.json')],
  ['the same with a blank', ['archive_name_reserved'], named('com1 .txt')],
  ['a name that is not the UTF-8 it says', ['archive_name_not_utf8'], named(Buffer.from([0x61, 0xff, 0xfe]))],
  ['a name that is too long', ['archive_name_too_long'], named(`${'é'.repeat(128)}.json`)],
  ['a path that is too deep', ['archive_path_too_deep'], named('1/2/3/4/5/6/7/8/9/10/11.json')],
  ['an empty name', ['archive_name_invalid'], named('')],
  ['an empty part', ['archive_name_invalid'], named('a//b.json')],
  ['a single dot', ['archive_name_invalid'], named('./a.json')],
  ['the same name twice', ['archive_duplicate_name'], [HELLO, HELLO]],
  ['names that differ in capitals', ['archive_duplicate_name'], [{ name: 'Straße.json' }, { name: 'STRASSE.json' }]],
  [
    'names that differ in how accents are spelled',
    ['archive_duplicate_name'],
    [{ name: 'caf\u00e9' }, { name: 'cafe\u0301' }],
  ],
  ['a folder with the name of a file', ['archive_duplicate_name'], [HELLO, { name: 'hello.json/' }]],
  ['a file with the name of a folder', ['archive_name_conflict'], [HELLO, { name: 'HELLO.json/b' }]],
  ['a folder with contents', ['archive_name_conflict'], [HELLO, { name: 'a/', contents: 'x' }]],
  ['a folder that is named like a file', ['archive_name_conflict'], named('a', { externalAttributes: unix(0o040755) })],
  ['the same for DOS', ['archive_name_conflict'], named('a', { externalAttributes: 0x10 })],
  ['no entries at all', ['archive_empty'], []],
  ['only folders', ['archive_empty'], [{ name: 'a/' }, { name: 'b/' }]],
  ['two entries over the same data', ['archive_overlap'], [HELLO, { ...HELLO, name: 'other.json', offset: 0 }]],
  ['a stored entry with two sizes', ['archive_size_mismatch'], named('a', { size: 3 })],
  ['an entry on another disk', ['archive_multi_disk'], named('a', { disk: 1 })],
  ['an end on another disk', ['archive_multi_disk'], [HELLO], { disk: 1 }],
  ['fewer entries than counted', ['archive_directory_inconsistent'], [HELLO], { count: 2 }],
  ['more entries than counted', ['archive_directory_inconsistent'], [HELLO, { name: 'b' }], { count: 1 }],
  ['bytes in front of the first entry', ['archive_prepended_data'], [HELLO], { before: Buffer.from('#!/bin/sh\n') }],
  ['bytes behind the end', ['archive_trailing_data'], [HELLO], { after: Buffer.from('\n') }],
  ['a whole archive in the comment', ['archive_ambiguous_end'], [HELLO], { comment: buildZip([{ name: 'x' }]) }],
  ['an end record in the comment', ['archive_ambiguous_end'], [HELLO], { comment: uint32(0x06054b50) }],
  ['additional fields that do not fit', ['archive_extra_field_invalid'], named('a', { extra: uint32(0x00990001) })],
  ['a saturated size without its real one', ['archive_extra_field_invalid'], named('a', { size: 0xffffffff })],
  [
    'a second name for another first name',
    ['archive_extra_field_invalid'],
    named('a', { extra: unicodeField(0x7075, Buffer.from('b'), 'é') }),
  ],
  [
    'a second name that contradicts an ASCII one',
    ['archive_extra_field_invalid'],
    named('a', { flags: 0, extra: unicodeField(0x7075, Buffer.from('a'), '../b') }),
  ],
  ['a gap that is too wide for any header', ['archive_gap'], [{ ...HELLO, after: zeros(70_000) }]],
];

const REFUSED_WHILE_READING: Refusal[] = [
  ['another name at the entry', ['archive_header_mismatch'], named('a', { local: { name: 'b' } })],
  ['another method at the entry', ['archive_header_mismatch'], named('a', { local: { method: 8 } })],
  ['another size at the entry', ['archive_header_mismatch'], named('a', { local: { size: 3 } })],
  ['another checksum at the entry', ['archive_header_mismatch'], named('a', { local: { crc: 3 } })],
  ['another time at the entry', ['archive_header_mismatch'], named('a', { local: { time: 3 } })],
  ['a password at the entry only', ['archive_header_mismatch'], named('a', { local: { flags: 0x801 } })],
  ['an entry that is somewhere else', ['archive_gap'], [{ ...HELLO, after: Buffer.from('hidden') }, { name: 'b' }]],
  ['something between the last entry and the directory', ['archive_gap'], [{ ...HELLO, after: Buffer.from('hidden') }]],
  ['a wrong checksum', ['archive_crc_mismatch'], named('a', { crc: 1 })],
  [
    'a bomb that states a small size',
    ['archive_size_mismatch'],
    named('a', { method: 8, contents: zeros(900_000), size: 17 }),
  ],
  ['contents smaller than stated', ['archive_size_mismatch'], named('a', { method: 8, contents: 'abc', size: 17 })],
  [
    'bytes behind the compressed data',
    ['archive_size_mismatch'],
    named('a', { method: 8, contents: 'abc', data: Buffer.concat([deflateRawSync(Buffer.from('abc')), zeros(3)]) }),
  ],
  ['compressed data that is none', ['archive_data_damaged'], named('a', { method: 8, data: Buffer.from([7, 7, 7]) })],
  [
    'compressed data that stops half way',
    ['archive_data_damaged'],
    named('a', { method: 8, contents: 'abc abc abc', data: deflateRawSync(Buffer.from('abc abc abc')).subarray(0, 4) }),
  ],
  ['a ZIP in the ZIP', ['archive_nested'], named('a.json', { contents: buildZip([HELLO]) })],
  ['a gzip in the ZIP', ['archive_nested'], named('a.json', { contents: Buffer.from([0x1f, 0x8b, 8, 0]) })],
  ['a tar in the ZIP', ['archive_nested'], named('a', { contents: Buffer.concat([zeros(257), Buffer.from('ustar')]) })],
  ['a promised data descriptor that is not there', ['archive_header_mismatch'], named('a', { flags: 0x808 })],
  [
    'a data descriptor that contradicts the directory',
    ['archive_header_mismatch'],
    named('a', { flags: 0x808, contents: 'abc', after: descriptor(0x352441c2, 3, 4) }),
  ],
  [
    'a second name at the entry only',
    ['archive_extra_field_invalid'],
    named('a', { local: { extra: unicodeField(0x7075, Buffer.from('a'), 'b') } }),
  ],
  [
    'a field we know twice',
    ['archive_extra_field_invalid'],
    named('a', { local: { extra: Buffer.concat([extraField(0x5455, zeros(1)), extraField(0x5455, zeros(1))]) } }),
  ],
];

describe('an archive is refused as a whole', () => {
  it.each(REFUSED_BEFORE_READING)('before anything is inflated: %s', async (_, codes, entries, archive, limits) => {
    expect(await readBytes(buildZip(entries, archive), limits)).toEqual({ accepted: false, codes, before: 'reading' });
  });

  it.each(REFUSED_WHILE_READING)('while it is read: %s', async (_, codes, entries, archive, limits) => {
    expect(await readBytes(buildZip(entries, archive), limits)).toEqual({ accepted: false, codes, before: 'end' });
  });

  it.each(REFUSED_WHILE_READING)('and just so when an entry is streamed: %s', async (_, codes, entries, archive) => {
    expect(await streamed(buildZip(entries, archive))).toEqual({ codes });
  });

  it.each([
    ['is empty', 'archive_zero_bytes', Buffer.alloc(0)],
    ['is something else', 'archive_not_a_zip', Buffer.from('begrip;definitie\n')],
    ['is one byte', 'archive_not_a_zip', Buffer.from('P')],
    ['is the first part of a split archive', 'archive_multi_disk', Buffer.concat([uint32(0x08074b50), zeros(99)])],
  ])('when the file %s', async (_, code, bytes) => {
    expect(await readBytes(bytes)).toMatchObject({ accepted: false, codes: [code] });
  });

  it(
    'when it was cut off, wherever that happened',
    async () => {
      const whole = buildZip([HELLO, { name: 'b.json', contents: 'abc' }]);
      for (let length = 1; length < whole.length; length += 1) {
        const outcome = await readBytes(whole.subarray(0, length));
        const codes = length < 4 ? ['archive_not_a_zip'] : ['archive_truncated'];
        expect(outcome, `cut at ${length}`).toMatchObject({ accepted: false, codes });
      }
    },
    PATIENCE,
  );

  it(
    'when it holds 100 001 entries',
    async () => {
      const files = Array.from({ length: 100_001 }, (_, index) => ({
        name: `${index}.json`,
        bytes: Buffer.from('{}'),
      }));
      const archive = await bytesOf(writeArchive([await encodeEntries(files)]));
      const findings = await onDisk(archive, async (path) => (await readDirectory(path)).refusals);
      expect(findings).toMatchObject([
        { code: 'archive_too_many_entries', params: { value: 100_001, limit: 100_000 } },
      ]);
    },
    PATIENCE,
  );

  it('when reading it takes too long', async () => {
    const outcome = await readBytes(buildZip([HELLO]), { cpuTimeMs: 0 });
    expect(outcome).toEqual({ accepted: false, codes: ['archive_time_limit'], before: 'end' });
  });

  it('naming each entry, without its control characters, and at most a hundred reasons', async () => {
    const entries = Array.from({ length: 130 }, (_, index) => ({ name: `..\u202e/${index}` }));
    const { refusals } = await onDisk(buildZip(entries), (path) => readDirectory(path));
    expect(refusals).toHaveLength(101);
    expect(refusals[0]).toMatchObject({
      severity: 'error',
      location: { file: '..\ufffd/0' },
      params: { entry: '..\ufffd/0' },
    });
    expect(refusals[100]).toMatchObject({ code: 'archive_more_refusals', params: { value: 30, limit: 100 } });
  });

  it(
    'or reads exactly what was written, whichever byte is changed on the way',
    async () => {
      const original = buildZip([
        { name: 'é/a', method: 8, contents: 'aaaaaaaaaaaaaaaa' },
        { name: 'b', contents: 'b' },
      ]);
      const expected = await readBytes(original);
      expect(expected.accepted).toBe(true);
      for (let at = 0; at < original.length; at += 1) {
        for (const flip of [0x01, 0x10, 0xff]) {
          const changed = Buffer.from(original);
          changed[at] = (changed[at] ?? 0) ^ flip;
          const outcome = await readBytes(changed);
          if (outcome.accepted) expect(outcome, `byte ${at} ^ ${flip}`).toEqual(expected);
        }
      }
    },
    PATIENCE,
  );
});

describe('an archive is read', () => {
  const accepted = async (entries: RawEntry[], archive?: RawArchive, limits?: Partial<ArchiveLimits>) => {
    const outcome = await readBytes(buildZip(entries, archive), limits);
    expect(outcome).toMatchObject({ accepted: true });
    return outcome.accepted
      ? Object.fromEntries([...outcome.files].map(([name, bytes]) => [name, bytes.toString()]))
      : {};
  };

  it('stored or deflated, with folders left out', async () => {
    const entries = [
      { name: 'map/' },
      { ...HELLO, name: 'map/a', method: 8 },
      { name: 'b', contents: 'b' },
      { name: 'leeg' },
    ];
    expect(await accepted(entries)).toEqual({ 'map/a': '{"term":"beslag"}', b: 'b', leeg: '' });
  });

  it.each([
    ['UTF-8 as marked, in NFC', { name: 'cafe\u0301' }, 'caf\u00e9'],
    ['UTF-8 that nobody marked', { name: 'é', flags: 0 }, 'é'],
    ['CP437', { name: Buffer.from([0x63, 0x61, 0x66, 0x82]), flags: 0 }, 'café'],
    [
      'a UTF-8 name next to a plain one',
      { name: Buffer.from([0x82]), flags: 0, extra: unicodeField(0x7075, Buffer.from([0x82]), 'ē') },
      'ē',
    ],
    ['characters that only Windows minds', { name: 'Art. 3:46 Awb?.json' }, 'Art. 3:46 Awb?.json'],
    ['a name that only looks reserved', { name: 'console/contract.json' }, 'console/contract.json'],
  ])('under the name it has: %s', async (_, entry, name) => {
    const { extra } = entry as RawEntry;
    expect(Object.keys(await accepted([{ ...entry, ...(extra ? { local: { extra } } : {}) }]))).toEqual([name]);
  });

  it.each([
    ['32 bits, signed', (crc: Buffer) => Buffer.concat([uint32(0x08074b50), crc, uint32(3), uint32(3)])],
    ['32 bits, unsigned', (crc: Buffer) => Buffer.concat([crc, uint32(3), uint32(3)])],
    ['64 bits, signed', (crc: Buffer) => Buffer.concat([uint32(0x08074b50), crc, uint64(3), uint64(3)])],
    ['64 bits, unsigned', (crc: Buffer) => Buffer.concat([crc, uint64(3), uint64(3)])],
  ])('when sizes follow the data: %s', async (_, after) => {
    const streamed = { flags: 0x808, local: { crc: 0, size: 0, compressedSize: 0 }, after: after(uint32(0x352441c2)) };
    expect(await accepted([{ name: 'a', contents: 'abc', ...streamed }, HELLO])).toMatchObject({ a: 'abc' });
  });

  it('with zip64 records and sizes', async () => {
    const extra = extraField(0x0001, Buffer.concat([uint64(3), uint64(3)]));
    const local = { size: 0xffffffff, compressedSize: 0xffffffff, extra };
    expect(await accepted([{ name: 'a', contents: 'abc', local }], { zip64: true })).toEqual({ a: 'abc' });
  });

  it('with unknown fields, alignment and a comment', async () => {
    const extra = Buffer.concat([extraField(0x9999, uint16(1)), zeros(3)]);
    expect(await accepted([{ ...HELLO, extra }], { comment: Buffer.from('gemaakt door ons') })).toHaveProperty(
      'hello.json',
    );
  });

  it('with a manifest larger than other files may be', async () => {
    const entries = [{ name: 'manifest.json', contents: '{"files":[1,2,3,4,5,6]}' }];
    expect(await accepted(entries, {}, { entryBytes: 10 })).toHaveProperty('manifest.json');
  });

  it('with as many entries as allowed beside its manifest and its report', async () => {
    const entries = [...['manifest.json', 'report.json'].map((name) => ({ name, contents: '{}' })), HELLO];
    expect(Object.keys(await accepted(entries, {}, { entries: 1 }))).toHaveLength(3);
    const outcome = await readBytes(buildZip([...entries, { name: 'map/report.json' }]), { entries: 1 });
    expect(outcome).toEqual({ accepted: false, codes: ['archive_too_many_entries'], before: 'reading' });
  });

  it('with an entry as a stream, which is then passed over', async () => {
    const contents = Buffer.from('ab'.repeat(300_000));
    const [deflated, stored] = [8, 0].map((method) => ({ name: `${method}`, contents, method }));
    const archive = buildZip([deflated, HELLO, stored] as RawEntry[]);
    expect(await streamed(archive)).toEqual({ files: [contents, Buffer.from(String(HELLO.contents)), contents] });
    const names = await onDisk(archive, async (path) => {
      const directory = await readDirectory(path, UNLIMITED);
      const except = ({ name }: { name: string }) => name === '8';
      return (await Array.fromAsync(readEntries(path, directory, { except }))).map(({ name }) => name);
    });
    expect(names).toEqual(['hello.json', '0']);
  });

  it('in the order of the data, each with its place in the directory', async () => {
    const { data, entries } = await encodeEntries(['b', 'a', 'c'].map((name) => ({ name, bytes: Buffer.from(name) })));
    const archive = await bytesOf(writeArchive([{ data, entries }]));
    const read = await onDisk(archive, async (path) => {
      const directory = await readDirectory(path);
      const seen: string[] = [];
      for await (const { name, index } of readEntries(path, directory)) seen.push(`${index} ${name}`);
      return { seen, names: [...directory.entries.names()], total: directory.totalBytes };
    });
    expect(read).toEqual({ seen: ['1 b', '0 a', '2 c'], names: ['a', 'b', 'c'], total: 3 });
  });

  it('from a handle that stays open, entry by entry if wanted', async () => {
    await onDisk(buildZip([HELLO, { name: 'b', contents: 'abc', method: 8 }]), async (path) => {
      const handle = await open(path);
      try {
        const directory = await readDirectory(handle);
        for await (const entry of readEntries(handle, directory)) expect(entry.bytes).toBeInstanceOf(Buffer);
        const [, second] = directory.entries;
        expect(second && (await readEntry(handle, directory, second)).toString()).toBe('abc');
      } finally {
        await handle.close();
      }
    });
  });

  it('in any order with a directory far longer than the part of it that is in memory, records too', async () => {
    const long = { extra: extraField(0x4c58, Buffer.alloc(40_000)) };
    const entries = Array.from({ length: 600 }, (_, at) => ({
      name: `map/${at}-${'n'.repeat(100)}`,
      contents: `${at}`,
      ...(at % 100 === 50 ? long : {}),
    }));
    await onDisk(buildZip(entries), async (path) => {
      await using handle = await open(path);
      const directory = await readDirectory(handle);
      const numbers = Array.from(entries.keys()).sort((a, b) => (a % 7) - (b % 7) || b - a);
      for (const number of numbers) {
        const contents = await readEntry(handle, directory, directory.entries.at(number));
        expect(contents.toString()).toBe(`${number}`);
      }
    });
  });
});

describe('reading entries', () => {
  it('stops with the reason of the signal', async () => {
    await onDisk(buildZip([HELLO, { name: 'b' }]), async (path) => {
      const controller = new AbortController();
      const entries = readEntries(path, await readDirectory(path), { signal: controller.signal });
      expect((await entries.next()).value?.name).toBe('hello.json');
      controller.abort(new Error('cancelled'));
      await expect(entries.next()).rejects.toThrow('cancelled');
    });
  });

  it('is refused when the directory was', async () => {
    await onDisk(buildZip([HELLO, HELLO]), async (path) => {
      const directory = await readDirectory(path);
      await expect(readEntries(path, directory).next()).rejects.toThrow(ArchiveRefused);
      const [entry] = directory.entries;
      await expect(entry && readEntry(path, directory, entry)).rejects.toThrow('archive_duplicate_name');
    });
  });

  it('notices a file that became shorter after its directory was read', async () => {
    const whole = buildZip([HELLO]);
    const directory = await onDisk(whole, (path) => readDirectory(path, DEFAULT_ARCHIVE_LIMITS));
    await onDisk(whole.subarray(0, 40), async (path) => {
      await expect(readEntries(path, directory).next()).rejects.toThrow('archive_truncated');
    });
    await onDisk(whole, async (path) => {
      await using handle = await open(path, 'r+');
      const ofOpenFile = await readDirectory(handle);
      const [entry] = ofOpenFile.entries;
      await handle.truncate(40);
      await expect(readEntry(handle, ofOpenFile, entry as ArchiveEntry)).rejects.toThrow('archive_truncated');
    });
  });

  it('reports a real I/O error as itself', async () => {
    await expect(readDirectory('no-such-file.zip')).rejects.toThrow('ENOENT');
  });
});

const UNLIMITED = { ...DEFAULT_ARCHIVE_LIMITS, ratio: Number.POSITIVE_INFINITY };

/** Every file of an archive, each read as a stream, or the codes for which one was refused. */
async function streamed(archive: Buffer): Promise<{ files: Buffer[] } | { codes: string[] }> {
  return onDisk(archive, async (path) => {
    const directory = await readDirectory(path, UNLIMITED);
    try {
      const files: Buffer[] = [];
      for (const entry of directory.entries) files.push(await bytesOf(streamEntry(path, directory, entry)));
      return { files };
    } catch (error) {
      if (!(error instanceof ArchiveRefused)) throw error;
      return { codes: error.findings.map(({ code }) => code) };
    }
  });
}

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(parts));
}
