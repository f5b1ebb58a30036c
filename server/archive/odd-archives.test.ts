import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { ARCHIVE_CODES } from '#domain/archive-finding-texts.ts';
import { readWhole } from './testing/read-bytes.ts';

/** Somebody else's collection of odd archives; it is not part of the project. */
const FOLDER = join(process.env.LEXPORT_TEST_DATA ?? join('..', 'shared', 'data'), 'zip');
const ARCHIVES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.zip')) : [];
if (ARCHIVES.length === 0) console.info(`The odd archives are not here (${FOLDER}): nothing to try.`);

/** A ceiling for a busy machine, not an expectation. */
const PATIENCE = 60_000;
const OK = 'accepted';

/** The first pattern that fits a file says what must become of it. */
const EXPECTED: readonly [RegExp, string][] = [
  [/^incons-(archive-comment-longer|eocd-magic-bad)|^testfile-truncated/, 'archive_truncated'],
  [/^incons-archive-comment-shorter|^junk-at-end|^testextrabytes/, 'archive_trailing_data'],
  [/^junk-at-start/, 'archive_prepended_data'],
  [
    /^incons-(cd|eocd64|file-count|gap-before-eocd|central-magic|central-file-comment-(longer|shorter))/,
    'archive_directory_inconsistent',
  ],
  [/^incons-(ef-|central-file-comment-utf8|zip64)|^extra_field_align_[123].*ff\.zip/, 'archive_extra_field_invalid'],
  [/^incons-(stored-size|central-size-larger|central-compsize-larger)/, 'archive_size_mismatch'],
  [/^(incons-gap-before|gap)/, 'archive_gap'],
  [/^incons-data/, 'archive_crc_mismatch'],
  [/^incons-filename-nul|^test-cp437(-comment-utf-8)?\.zip/, 'archive_name_control_character'],
  [/^incons-local-filename-long/, 'archive_overlap'],
  [/^incons-/, 'archive_header_mismatch'],
  [/^encrypt-none/, OK],
  [/^(encrypt|hmac-error|broken|empty-pkware)/, 'archive_encrypted'],
  [/lzma|bzip2|-xz|-zstd/, 'archive_unsupported_method'],
  [/^(bigzero|manyfiles)-zip/, 'archive_entry_too_large'],
  [/^filename_empty|^filename_duplicate_empty/, 'archive_name_invalid'],
  [/^filename_duplicate/, 'archive_duplicate_name'],
  [/^multidisk/, 'archive_multi_disk'],
  [/^(testempty|testdir)\.zip/, 'archive_empty'],
  [/in-archive-comment/, 'archive_ambiguous_end'],
  [/^bogus/, 'archive_not_a_zip'],
  [/./, OK],
];

describe('odd archives', () => {
  it(
    'are all known, none hangs or crashes, and each is accepted or refused for its own reason',
    async () => {
      const outcomes: string[] = [];
      const expected: string[] = [];
      for (const name of ARCHIVES) {
        const outcome = await readWhole(join(FOLDER, name));
        const code = EXPECTED.find(([pattern]) => pattern.test(name))?.[1];
        expected.push(`${name}: ${code}`);
        outcomes.push(`${name}: ${outcome.accepted ? OK : outcome.codes[0]}`);
        if (!outcome.accepted) expect(ARCHIVE_CODES).toEqual(expect.arrayContaining(outcome.codes));
      }
      expect(outcomes).toEqual(expected);
    },
    PATIENCE,
  );

  it(
    'have the same contents for another reader, when they are accepted',
    async () => {
      for (const name of ARCHIVES) {
        const outcome = await readWhole(join(FOLDER, name));
        if (!outcome.accepted) continue;
        const ours = [...outcome.files].map(([entry, bytes]) => `${ascii(entry)}: ${bytes}`).sort();
        expect(ours, name).toEqual((await readWithYauzl(join(FOLDER, name))).sort());
      }
    },
    PATIENCE,
  );
});

async function readWithYauzl(path: string): Promise<string[]> {
  const archive = await yauzl.openPromise(path, { lazyEntries: true });
  const files: string[] = [];
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    files.push(`${ascii(entry.fileName)}: ${await text(await archive.openReadStreamPromise(entry))}`);
  }
  return files;
}

/** Readers differ on names that do not say their encoding, so only ASCII is compared. */
function ascii(name: string): string {
  return /^[\x20-\x7e]*$/.test(name) ? name : 'not ASCII';
}
