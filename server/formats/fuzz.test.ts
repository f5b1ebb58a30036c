import fc from 'fast-check';
import JSZip from 'jszip';
import { Writer as QuadWriter } from 'n3';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import { findingText } from '#domain/finding-texts.ts';
import { READ_FORMATS, type ReadFormat } from '#domain/read-choices.ts';
import type { WriteFacts, WriteRecord } from './format.ts';
import { detectFormat, FORMATS, WRITERS, writerOf } from './formats.ts';
import { parseTurtle } from './rdf/parse-turtle.ts';
import { realFile } from './real-files.ts';
import { anyRecords } from './testing/any-content.ts';
import { type Chance, chance, damaged, damagedPart } from './testing/damage.ts';
import { quadsOf } from './testing/quads.ts';

const CASES = 2_000;
const SEED = 20_260_131;
/** No case takes longer than this, in time of the processor: another program may have it meanwhile. */
const SLOWEST_US = 5_000_000;
/** And no case does nothing for longer than this, waiting for what never comes; on a busy machine it does little, but not nothing. */
const LONGEST_WAIT_MS = 5_000;
const NOTHING_US = 100_000;
/** A case of this size is read in no time, so that a slow one is slow for a reason. */
const MAX_BYTES = 36_000;
const FACTS: WriteFacts = { title: 't', application: 'Lexport', organisation: 'o', createdAt: '2026-01-31T12:00:00Z' };

const REAL = [
  'def-csv/batch_definitions.csv',
  'def-csv/begrippen-5.csv',
  'def-csv/begrippen-IDV-uitgebreid.csv',
  'def-csv/begrippen_import.csv',
  'def-csv/definities_export_20251028_081837.csv',
  'def-csv/definities_export_20251028_141608.csv',
  'def-csv/definities_export_20251028_141609.json',
  'jenv-nlsbb/begrippenkader-beslag.xlsx',
  'jenv-nlsbb/geonovum-template.xlsx',
  'markdown-sv/G01-Begrippenkader.md',
  'markdown-sv/G02-Begrippenkader.md',
  'skos/xl.ttl',
  'skos/cycle.ttl',
  'skos/materials.rdf',
  'skos/materials.ttl',
  'skos/netbeheer.ttl',
  'tbx/astronomy-dca.tbx',
  'tbx/astronomy-dct.tbx',
  'tbx/core_structure_bad.tbx',
  'tbx/core_structure_good.tbx',
  'tbx/min_good.tbx',
];

type Sample = { name: string; damage: (next: Chance) => Buffer | Promise<Buffer> };

const ofBytes = (name: string, bytes: Uint8Array): Sample => ({
  name,
  damage: (next) => damaged(bytes.subarray(0, MAX_BYTES), next),
});

/** Of a workbook both the archive and what is in it. */
async function ofFile(name: string, bytes: Uint8Array): Promise<Sample[]> {
  if (!name.endsWith('.xlsx')) return [ofBytes(name, bytes)];
  const book = await JSZip.loadAsync(bytes);
  return [ofBytes(name, bytes), { name, damage: (next) => damagedPart(book, next) }];
}

/** The formats that nobody gave us a file in, made of one that somebody did. */
async function converted(): Promise<Sample[]> {
  const turtle = await realFile('skos/materials.ttl');
  if (!turtle) return [];
  const quads = await quadsOf(parseTurtle, Buffer.from(turtle).toString());
  const [format] = FORMATS.filter(({ name }) => name === 'turtle');
  const raws = await Array.fromAsync(format?.read(turtle, 'materials.ttl') ?? []);
  const records = raws.flatMap((raw): WriteRecord[] => {
    const { content } = checkRecord({ ...raw, fields: { ...raw.fields, definition: 'zaak' } });
    return content ? [{ content, meta: null }] : [];
  });
  const written = (['nl-sbb-json-ld', 'json-lines', 'yaml', 'xlsx'] as const).map(async (name) => {
    const { extension, write } = writerOf(name);
    return ofFile(`materials.${extension}`, Buffer.concat(await Array.fromAsync(write(records, FACTS))));
  });
  const syntaxes = (['N-Triples', 'TriG'] as const).map((syntax) => {
    const text = new QuadWriter({ format: syntax }).quadsToString(quads);
    return ofBytes(syntax === 'TriG' ? 'materials.trig' : 'materials.nt', Buffer.from(text));
  });
  return [...(await Promise.all(written)).flat(), ...syntaxes];
}

async function samples(): Promise<Sample[]> {
  const [records = []] = fc.sample(anyRecords, { numRuns: 1, seed: SEED });
  const own = WRITERS.map(async (writer) =>
    ofFile(`own.${writer.extension}`, Buffer.concat(await Array.fromAsync(writer.write(records, FACTS)))),
  );
  const real = REAL.map(async (name) => {
    const bytes = await realFile(name);
    return bytes ? ofFile(name, bytes) : [];
  });
  return [...(await Promise.all([...own, ...real])).flat(), ...(await converted())];
}

/** As an import reads it: what nobody recognises is tried as anything at all. */
async function read(broken: Buffer, name: string, other: (typeof FORMATS)[number]) {
  const format = detectFormat(broken, name) ?? other;
  let records = 0;
  for await (const raw of format.read(broken, name)) {
    records += 1;
    const { content, findings } = checkRecord(raw);
    // What cannot be used says why, in words.
    if (!content) expect(findings.length, name).toBeGreaterThan(0);
    for (const finding of findings) expect(findingText(finding, 'nl').message).not.toMatch(/^Onbekende melding/);
  }
  return { format: format.name, records };
}

/** Fails by itself when a case does not come to an end, also where it only waits and takes no time of the processor. */
async function withoutWaiting<T>(running: Promise<T>, what: string, limitMs = LONGEST_WAIT_MS): Promise<T> {
  let seen = process.cpuUsage();
  let timer: NodeJS.Timeout | undefined;
  const hanging = new Promise<never>((_, reject) => {
    const started = seen;
    timer = setInterval(() => {
      const isBusy = process.cpuUsage(seen).user > NOTHING_US && process.cpuUsage(started).user < SLOWEST_US;
      seen = process.cpuUsage();
      if (!isBusy) reject(new Error(`Does not come to an end: ${what}`));
    }, limitMs);
  });
  try {
    return await Promise.race([running, hanging]);
  } finally {
    clearInterval(timer);
  }
}

// A promise that is refused with nobody listening fails the whole of the tests by itself.
describe('files that somebody damaged', () => {
  it('may not wait for ever: that is found out long before the time of all of them is up', async () => {
    await expect(withoutWaiting(new Promise(() => {}), 'a promise that nobody keeps', 50)).rejects.toThrow(
      'Does not come to an end: a promise that nobody keeps',
    );
    await expect(withoutWaiting(Promise.resolve(1), 'a promise that is kept', 50)).resolves.toBe(1);
  });

  it(`are read without a crash or a hang, ${CASES} of them`, { timeout: 600_000 }, async () => {
    const all = await samples();
    const next = chance(SEED);
    const times = new Map<ReadFormat, number>();
    let slowest = 0;
    let records = 0;
    for (let number = 0; number < CASES; number++) {
      const sample = all[number % all.length] as Sample;
      const broken = await sample.damage(next);
      // Now and then under the name of something else.
      const name = next(8) === 0 ? (all[next(all.length)] as Sample).name : sample.name;
      const started = process.cpuUsage();
      const other = FORMATS[number % FORMATS.length] as (typeof FORMATS)[number];
      const found = await withoutWaiting(read(broken, name, other), `case ${number}, ${name}`);
      slowest = Math.max(slowest, process.cpuUsage(started).user);
      records += found.records;
      times.set(found.format, (times.get(found.format) ?? 0) + 1);
    }
    expect(records).toBeGreaterThan(CASES / 2);
    expect(slowest).toBeLessThan(SLOWEST_US);
    // Without the files of others there is nothing of some formats.
    if (!(await realFile('skos/materials.ttl'))) return;
    for (const format of READ_FORMATS) expect(times.get(format) ?? 0, format).toBeGreaterThan(CASES / 100);
  });
});
