import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateDefinition } from '#db/seed/generate-definition.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { ExportFormat } from '#domain/export-formats.ts';
import { CarriedSum } from '#server/formats/carried-sum.ts';
import type { WriteRecord } from '#server/formats/format.ts';
import { writerOf } from '#server/formats/formats.ts';
import { diskStorage } from '#server/storage/disk-storage.ts';
import type { Storage } from '#server/storage/storage.ts';
import { type ExpectedFile, openVerifier } from './verify-file.ts';

const FACTS = { title: 'Proef', application: 'Lexport', organisation: 'OM', createdAt: '2026-01-31T12:00:00.000Z' };
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lexport-verify-'));
  storage = diskStorage(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Stores what `damage` makes of a file with so many definitions; answers what the file should have been. */
async function stored(format: ExportFormat, count: number, damage = (bytes: Buffer) => bytes): Promise<ExpectedFile> {
  const records = Array.from({ length: count }, (_, index): WriteRecord => {
    return { content: generateDefinition(index), meta: { id: uuidV7(), version: 1, contentHash: 'ab'.repeat(32) } };
  });
  const sum = new CarriedSum(format);
  for (const record of records) sum.addWritten(record);
  const bytes = damage(Buffer.concat(await Array.fromAsync(writerOf(format).write(records, FACTS))));
  const key = `files/${uuidV7()}`;
  const written = await storage.write(key, [bytes] as unknown as AsyncIterable<Uint8Array>);
  return { key, format, ...written, sha256: sha256(bytes), ...sum.end() };
}

/** More than half a megabyte in every format; a definition in a Word file takes the least room by far. */
const LARGE = { 'json-lines': 400, 'nl-sbb-turtle': 400, 'nl-sbb-rdf-xml': 400, 'nl-sbb-json-ld': 400, docx: 2_000 };

it.each([
  ['at once, when it is small', false],
  ['in a thread, when it is large', true],
])(
  'takes a whole file %s',
  async (_, isLarge) => {
    await using verifier = openVerifier(storage);
    for (const format of Object.keys(LARGE) as (keyof typeof LARGE)[]) {
      const file = await stored(format, isLarge ? LARGE[format] : 20);
      expect(file.size > 512 * 1024, format).toBe(isLarge);
      await verifier.verify(file);
    }
  },
  120_000,
);

it.each<[string, number]>([
  ['small', 20],
  ['large', LARGE['json-lines']],
])(
  'refuses a %s file that lacks a definition, or has another text in one',
  async (_, count) => {
    await using verifier = openVerifier(storage);
    const withoutLast = (bytes: Buffer) => bytes.subarray(0, bytes.lastIndexOf('\n', bytes.length - 2) + 1);
    const reworded = (bytes: Buffer) => Buffer.from(bytes.toString().replace(' ', '  anders '));
    const less = await stored('json-lines', count, withoutLast);
    await expect(verifier.verify(less)).rejects.toMatchObject({ params: { found: String(count - 1) } });
    const other = await stored('json-lines', count, (bytes) =>
      Buffer.concat([reworded(bytes.subarray(0, 2_000)), bytes.subarray(2_000)]),
    );
    await expect(verifier.verify(other)).rejects.toMatchObject({
      code: 'export_not_verified',
      params: { format: 'json-lines', found: 'digest' },
    });
  },
  120_000,
);

it('refuses bytes that are not those that were written, and what is no file of its format at all', async () => {
  await using verifier = openVerifier(storage);
  const file = await stored('csv-excel', 5);
  await expect(verifier.verify({ ...file, sha256: 'ab' })).rejects.toMatchObject({ params: { found: 'sha256' } });
  const noPdf = await stored('pdf', 1, () => Buffer.from('geen PDF'));
  await expect(verifier.verify(noPdf)).rejects.toMatchObject({ params: { found: 'Error: Not a PDF' } });
});
