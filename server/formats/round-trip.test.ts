import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import { CASE_REFERENCE_KINDS, CONTENT_FIELDS, EMPTY_CONTENT } from '#domain/definition.ts';
import type { ExportFormat } from '#domain/export-formats.ts';
import { fidelityOf, isForReading } from '#domain/fidelity.ts';
import { hasError } from '#domain/finding.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { definitionToJson } from './definition-to-json.ts';
import type { WriteFacts, WriteRecord, Writer } from './format.ts';
import { detectFormat, WRITERS } from './formats.ts';
import { readAll } from './read-for-test.ts';
import { anyRecords } from './testing/any-content.ts';
import { ONE_OF_EACH_IDENTIFIER } from './testing/one-of-each-identifier.ts';

const FACTS: WriteFacts = {
  title: 'Begrippen "van" <ons> & co',
  application: 'Lexport 1.0',
  organisation: 'Proefparket',
  createdAt: '2026-01-31T12:00:00.000Z',
};

const STORED = { id: '0190a000-0000-7000-8000-000000000001', version: 3, contentHash: 'ab'.repeat(32) };

const identifiers = Object.values(ONE_OF_EACH_IDENTIFIER);
/** A definition that has an identifier of every kind wherever one can stand. */
const CITING: WriteRecord = {
  content: {
    ...EMPTY_CONTENT,
    category: 'type',
    term: 'aanhalend begrip',
    definition: `wat in ${identifiers.join(', ')} zo heet`,
    legalBasis: identifiers,
    sources: identifiers.map((one) => ({ title: one, uri: one, citation: one })),
    caseReferences: Object.entries(ONE_OF_EACH_IDENTIFIER).map(([name, value]) => ({
      kind: CASE_REFERENCE_KINDS.find((kind) => kind === name) ?? 'other',
      value,
    })),
  },
  meta: STORED,
};

async function bytesOf(writer: Writer, records: readonly WriteRecord[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(writer.write(records, FACTS)));
}

/** Writes, recognises and reads; what the format carries has to be there again, and what it does not, not even touched. */
async function goAndComeBack(writer: Writer, records: readonly WriteRecord[]): Promise<void> {
  expectSame(writer.name, await readBack(await bytesOf(writer, records), writer.extension), records);
}

/** As above, for the format that has a file for each definition. */
async function goAndComeBackOneByOne(records: readonly WriteRecord[]): Promise<void> {
  for (const { content, meta } of records) {
    const stored = { content, meta: meta ?? STORED };
    const bytes = Buffer.from(definitionToJson(stored.content, stored.meta));
    expectSame('json', await readBack(bytes, 'json'), [stored]);
  }
}

async function readBack(bytes: Buffer, extension: string): Promise<RawRecord[]> {
  const format = detectFormat(bytes, `begrippen.${extension}`);
  expect(format).not.toBeNull();
  return format ? readAll(format, bytes, `begrippen.${extension}`) : [];
}

function expectSame(name: ExportFormat, raws: readonly RawRecord[], records: readonly WriteRecord[]): void {
  const fidelity = fidelityOf(name);
  expect(raws).toHaveLength(records.length);
  for (const [index, raw] of raws.entries()) {
    const { content, given, findings } = checkRecord(raw);
    const { content: before, meta } = records[index] as WriteRecord;
    expect(findings.filter((finding) => hasError([finding]))).toEqual([]);
    expect(raw.id).toBe(fidelity.id === 'not_carried' ? null : (meta?.id ?? null));
    expect(raw.version).toBe(fidelity.version === 'not_carried' ? null : (meta?.version ?? null));
    for (const field of CONTENT_FIELDS) {
      if (fidelity[field] === 'not_carried') expect(given).not.toContain(field);
      else expect({ [field]: content?.[field] }).toEqual({ [field]: asWritten(name, before[field]) });
    }
  }
}

/** TBX has no way to say two signs of Unicode, which mean nothing. */
function asWritten(name: ExportFormat, value: unknown): unknown {
  if (!name.startsWith('tbx')) return value;
  return JSON.parse(JSON.stringify(value).replace(/[\ufffe\uffff]/g, '\ufffd')) as unknown;
}

/** Those that are for reading come back to nobody. */
const LOSSLESS = WRITERS.filter(({ name }) => !isForReading(name));

describe.each(LOSSLESS.map((writer) => [writer.name, writer] as const))('a file in %s', (_name, writer) => {
  it('comes back with everything it carries, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, (records) => goAndComeBack(writer, records)),
      { numRuns: 80, seed: 20_260_131 },
    );
  }, 120_000);

  it('brings an identifier of every kind back as it was', () => goAndComeBack(writer, [CITING]));

  it('is the same bytes for the same records', async () => {
    const [records = []] = fc.sample(anyRecords, { numRuns: 1, seed: 7 });
    expect(await bytesOf(writer, records)).toEqual(await bytesOf(writer, records));
  });
});

describe('a file in json for each definition', () => {
  it('comes back with everything, whatever that is', async () => {
    await fc.assert(fc.asyncProperty(anyRecords, goAndComeBackOneByOne), { numRuns: 80, seed: 20_260_131 });
  }, 120_000);

  it('brings an identifier of every kind back as it was', () => goAndComeBackOneByOne([CITING]));
});
