import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import { CONTENT_FIELDS } from '#domain/definition.ts';
import { fidelityOf, isForReading } from '#domain/fidelity.ts';
import { hasError } from '#domain/finding.ts';
import type { WriteFacts, WriteRecord, Writer } from './format.ts';
import { detectFormat, WRITERS } from './formats.ts';
import { readAll } from './read-for-test.ts';
import { anyRecords } from './testing/any-content.ts';

const FACTS: WriteFacts = {
  title: 'Begrippen "van" <ons> & co',
  application: 'Lexport 1.0',
  organisation: 'Proefparket',
  createdAt: '2026-01-31T12:00:00.000Z',
};

async function bytesOf(writer: Writer, records: readonly WriteRecord[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(writer.write(records, FACTS)));
}

/** Writes, recognises and reads; what the format carries has to be there again, and what it does not, not even touched. */
async function goAndComeBack(writer: Writer, records: readonly WriteRecord[]): Promise<void> {
  const bytes = await bytesOf(writer, records);
  const format = detectFormat(bytes, `begrippen.${writer.extension}`);
  expect(format).not.toBeNull();
  const fidelity = fidelityOf(writer.name);
  const raws = format ? await readAll(format, bytes, `begrippen.${writer.extension}`) : [];
  expect(raws).toHaveLength(records.length);
  for (const [index, raw] of raws.entries()) {
    const { content, given, findings } = checkRecord(raw);
    const { content: before, meta } = records[index] as WriteRecord;
    expect(findings.filter((finding) => hasError([finding]))).toEqual([]);
    expect(raw.id).toBe(fidelity.id === 'not_carried' ? null : (meta?.id ?? null));
    expect(raw.version).toBe(fidelity.version === 'not_carried' ? null : (meta?.version ?? null));
    for (const field of CONTENT_FIELDS) {
      if (fidelity[field] === 'not_carried') expect(given).not.toContain(field);
      else expect({ [field]: content?.[field] }).toEqual({ [field]: asWritten(writer, before[field]) });
    }
  }
}

/** TBX has no way to say two signs of Unicode, which mean nothing. */
function asWritten(writer: Writer, value: unknown): unknown {
  if (!writer.name.startsWith('tbx')) return value;
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

  it('is the same bytes for the same records', async () => {
    const [records = []] = fc.sample(anyRecords, { numRuns: 1, seed: 7 });
    expect(await bytesOf(writer, records)).toEqual(await bytesOf(writer, records));
  });
});
