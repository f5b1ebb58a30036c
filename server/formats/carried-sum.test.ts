import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isForReading } from '#domain/fidelity.ts';
import { CarriedSum } from './carried-sum.ts';
import type { WriteFacts, WriteRecord, Writer } from './format.ts';
import { detectFormat, WRITERS } from './formats.ts';
import { anyRecords } from './testing/any-content.ts';

const FACTS: WriteFacts = {
  title: 'Proef',
  application: 'Lexport',
  organisation: 'OM',
  createdAt: '2026-01-31T12:00:00.000Z',
};
const READ_BACK = WRITERS.filter(({ name }) => !isForReading(name));

function ofWritten(writer: Writer, records: readonly WriteRecord[]) {
  const sum = new CarriedSum(writer.name);
  for (const record of records) sum.addWritten(record);
  return sum.end();
}

async function ofRead(writer: Writer, records: readonly WriteRecord[]) {
  const name = `definities.${writer.extension}`;
  const bytes = Buffer.concat(await Array.fromAsync(writer.write(records, FACTS)));
  const sum = new CarriedSum(writer.name);
  for await (const raw of detectFormat(bytes, name)?.read(bytes, name) ?? []) sum.addRead(raw);
  return sum.end();
}

describe.each(READ_BACK.map((writer) => [writer.name, writer] as const))('what %s carries', (_name, writer) => {
  it('adds up to the same in the file as in what was written to it, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        expect(await ofRead(writer, records)).toEqual(ofWritten(writer, records));
      }),
      { numRuns: 25, seed: 20_261_122 },
    );
  }, 120_000);

  it('adds up to something else when a word of one definition differs', async () => {
    const [records = []] = fc.sample(anyRecords, { numRuns: 1, seed: 3 });
    const [first] = records;
    if (!first) throw new Error('No records');
    const changed = { ...first, content: { ...first.content, definition: `${first.content.definition} anders` } };
    expect((await ofRead(writer, [changed, ...records.slice(1)])).digest).not.toBe(ofWritten(writer, records).digest);
  });
});
