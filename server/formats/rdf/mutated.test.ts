import { describe, expect, it } from 'vitest';
import { allSampleDefinitions } from '#db/seed/sample-definitions/all-sample-definitions.ts';
import { checkRecord } from '#domain/check-record.ts';
import { findingText } from '#domain/finding-texts.ts';
import { readAll } from '#server/formats/read-for-test.ts';
import { realFile } from '#server/formats/real-files.ts';
import { RDF_FORMATS } from './rdf.ts';
import { RDF_WRITERS } from './rdf-writers.ts';

const FACTS = { title: 'Proef', application: 'Lexport', organisation: 'Proef', createdAt: '2026-01-31T12:00:00.000Z' };
const SEED = 20_260_131;
/** Of each file so many damaged copies. */
const COPIES = 70;
const SLOWEST_MS = 5_000;
/** What may be put in, or in the place of something: signs that mean something in one of the syntaxes. */
const PIECES = [
  '"',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '@',
  '\\',
  '&',
  ';',
  '.',
  ':',
  '_:',
  '\u0000',
  '\ufffe',
  '𐀀',
  '\\u',
  '<!--',
  ']]>',
  '"""',
  '@context',
  'rdf:li',
  '%',
  '-1e999',
];

/** Numbers that look like chance and are the same every time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A copy with up to four things wrong: something left out, put in, doubled, moved, or one byte changed. */
function damage(bytes: Buffer, random: () => number): Buffer {
  let damaged = bytes;
  const at = (length: number) => Math.floor(random() * length);
  for (let times = 1 + at(4); times > 0; times--) {
    const from = at(damaged.length);
    const to = Math.min(damaged.length, from + at(random() < 0.3 ? 2_000 : 40));
    const [head, piece, tail] = [damaged.subarray(0, from), damaged.subarray(from, to), damaged.subarray(to)];
    const kind = at(5);
    if (kind === 0) damaged = Buffer.concat([head, tail]);
    else if (kind === 1) damaged = Buffer.concat([head, Buffer.from(PIECES[at(PIECES.length)] as string), piece, tail]);
    else if (kind === 2) damaged = Buffer.concat([head, piece, piece, tail]);
    else if (kind === 3) damaged = Buffer.concat([head, tail, piece]);
    else damaged = Buffer.concat([head, Buffer.from([at(256)]), tail]);
  }
  return damaged;
}

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
    const random = chance(SEED);
    const seen = { whole: 0, refused: 0 };
    for (const [name, formatName, bytes] of await samples()) {
      const format = RDF_FORMATS.find((one) => one.name === formatName);
      if (!format) throw new Error(formatName);
      for (let copy = 0; copy < COPIES; copy++) {
        const damaged = damage(bytes, random);
        const started = performance.now();
        const raws = await readAll(format, damaged, name);
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
