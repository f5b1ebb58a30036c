import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WriteFacts, WriteRecord, Writer } from './format.ts';
import { readAll } from './read-for-test.ts';
import { tbx } from './tbx.ts';
import { TBX_OURS } from './tbx-entries.ts';
import { anyRecords } from './testing/any-content.ts';
import { tbxDcaWriter, tbxDctWriter } from './write-tbx.ts';

const FACTS: WriteFacts = {
  title: 'Begrippen',
  application: 'Lexport 1.0',
  organisation: 'Proefparket',
  createdAt: '2026-01-31T12:00:00.000Z',
};

/** What we write, without what tells our own reader that we did: it is read and checked like a file of anybody else. */
async function asOfSomebodyElse(writer: Writer, records: readonly WriteRecord[]): Promise<string> {
  const text = String(Buffer.concat(await Array.fromAsync(writer.write(records, FACTS))));
  return text.replace(TBX_OURS, 'van iemand anders');
}

describe.each([tbxDcaWriter, tbxDctWriter])('what we write as $name', (writer) => {
  it('has nothing that TBX-Basic does not allow, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        const raws = await readAll(tbx, await asOfSomebodyElse(writer, records), 'x.tbx');
        expect(raws).toHaveLength(records.length);
        expect(raws.flatMap(({ findings }) => findings).filter(({ code }) => /^(tbx|xml)_/.test(code))).toEqual([]);
      }),
      { numRuns: 80, seed: 20_260_131 },
    );
  }, 120_000);

  it('names each entry once, with a name XML allows', async () => {
    const [records = []] = fc.sample(fc.array(anyRecords, { minLength: 5 }), { numRuns: 1, seed: 7 });
    const all = records.flat();
    const ids = [...(await asOfSomebodyElse(writer, all)).matchAll(/<conceptEntry id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(all.length);
    expect(new Set(ids).size).toBe(all.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
  });
});
