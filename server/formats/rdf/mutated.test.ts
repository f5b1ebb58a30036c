import { describe, expect, it } from 'vitest';
import { allSampleDefinitions } from '#db/seed/sample-definitions/all-sample-definitions.ts';
import { checkRecord } from '#domain/check-record.ts';
import { findingText } from '#domain/finding-texts.ts';
import { readAll } from '#server/formats/read-for-test.ts';
import { realFile } from '#server/formats/real-files.ts';
import { chance, damaged } from '#server/formats/testing/damage.ts';
import { RDF_FORMATS } from './rdf.ts';
import { RDF_WRITERS } from './rdf-writers.ts';

const FACTS = { title: 'Proef', application: 'Lexport', organisation: 'Proef', createdAt: '2026-01-31T12:00:00.000Z' };
const SEED = 20_260_131;
/** Of each file so many damaged copies. */
const COPIES = 70;
const SLOWEST_MS = 5_000;
async function samples(): Promise<[name: string, format: string, bytes: Buffer][]> {
  const records = allSampleDefinitions.slice(0, 6).map((content) => ({ content, meta: null }));
  const names = ['turtle', 'rdf-xml', 'json-ld'];
  const own = await Promise.all(
    RDF_WRITERS.map(async (writer, index): Promise<[string, string, Buffer]> => {
      const bytes = Buffer.concat(await Array.fromAsync(writer.write(records, FACTS)));
      return [writer.name, names[index] as string, bytes];
    }),
  );
  const real = await Promise.all(
    ['xl.ttl', 'cycle.ttl', 'materials.rdf', 'corporatiesector-0.3.ttl'].map(async (name) => {
      const bytes = await realFile(`skos/${name}`);
      const format = name.endsWith('.rdf') ? 'rdf-xml' : 'turtle';
      return bytes ? [[name, format, Buffer.from(bytes)] as [string, string, Buffer]] : [];
    }),
  );
  return [...own, ...real.flat()];
}

describe('files that were damaged on the way', () => {
  it('are read as far as they can be, or refused with a reason; never a crash, never a wait', async () => {
    const next = chance(SEED);
    const seen = { whole: 0, refused: 0 };
    for (const [name, formatName, bytes] of await samples()) {
      const format = RDF_FORMATS.find((one) => one.name === formatName);
      if (!format) throw new Error(formatName);
      for (let copy = 0; copy < COPIES; copy++) {
        const broken = damaged(bytes, next, 2);
        const started = performance.now();
        const raws = await readAll(format, broken, name);
        expect(performance.now() - started, `${name} ${copy}`).toBeLessThan(SLOWEST_MS);
        expect(raws.length, `${name} ${copy}`).toBeGreaterThan(0);
        for (const raw of raws) {
          const { findings } = checkRecord(raw);
          for (const finding of findings) expect(findingText(finding, 'nl').message).not.toMatch(/Onbekende melding/);
        }
        seen[Object.keys(raws[0]?.fields ?? {}).length > 0 ? 'whole' : 'refused'] += 1;
      }
    }
    expect(Math.min(seen.whole, seen.refused)).toBeGreaterThan(20);
  }, 300_000);
});
