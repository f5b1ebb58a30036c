import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import type { WriteFacts } from './format.ts';
import { detectFormat, FORMATS, WRITERS } from './formats.ts';
import { realFile } from './real-files.ts';
import { anyRecords } from './testing/any-content.ts';

const CASES = 2_000;
const SEED = 20_260_131;
/** A case of this size is read in no time, so that a slow one is slow for a reason. */
const MAX_BYTES = 12_000;
const FACTS: WriteFacts = { title: 't', application: 'Lexport', organisation: 'o', createdAt: '2026-01-31T12:00:00Z' };

const REAL = [
  'markdown-sv/G02-Begrippenkader.md',
  'tbx/astronomy-dca.tbx',
  'tbx/astronomy-dct.tbx',
  'tbx/core_structure_bad.tbx',
  'tbx/poorly_formed_xml.tbx',
  'def-csv/begrippen-5.csv',
  'def-csv/definities_export_20251028_081837.csv',
  'def-csv/definities_export_20251028_141609.json',
];
/** What readers are likely to trip over. */
const TOKENS =
  '--- \n...\n \n- \n* &a *a <<: !!js | > |- "\' : # ` [[ ]] ]]> <![CDATA[ <!-- --> &amp; &x; &#0; <!DOCTYPE tbx [<!ENTITY> </ < /> \u0000 \ufeff \ud800 \r ; , \t ="\n{}[] '.split(
    ' ',
  );

type Sample = { name: string; bytes: Buffer };

async function samples(): Promise<Sample[]> {
  const [records = []] = fc.sample(anyRecords, { numRuns: 1, seed: SEED });
  const own = WRITERS.map(async (writer) => ({
    name: `own.${writer.extension}`,
    bytes: Buffer.concat(await Array.fromAsync(writer.write(records, FACTS))).subarray(0, MAX_BYTES),
  }));
  const real = REAL.map(async (name) => {
    const bytes = await realFile(name);
    return bytes ? [{ name, bytes: Buffer.from(bytes).subarray(0, MAX_BYTES) }] : [];
  });
  return [...(await Promise.all(own)), ...(await Promise.all(real)).flat()];
}

/** Numbers that look random and are the same every time (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function mutated(bytes: Buffer, next: (below: number) => number): Buffer {
  let changed = Buffer.from(bytes);
  for (let left = 1 + next(6); left > 0; left--) {
    const at = next(changed.length + 1);
    const length = 1 + next(200);
    const [before, piece, after] = [
      changed.subarray(0, at),
      changed.subarray(at, at + length),
      changed.subarray(at + length),
    ];
    const token = Buffer.from(TOKENS[next(TOKENS.length)] ?? '');
    const choices = [
      () => [before, after],
      () => [before, piece, piece, after],
      () => [before, token, piece, after],
      () => [before, Buffer.alloc(1 + next(400), token.length > 0 ? token : ' '), piece, after],
      () => [after, before, piece],
      () => [before],
      () => [before, piece.map((byte) => byte ^ (1 << next(8))), after],
    ];
    changed = Buffer.concat(choices[next(choices.length)]?.() ?? []);
  }
  return changed;
}

describe('files made to keep a reader busy', () => {
  const many = (text: string, times = 100_000) => text.repeat(times);
  const entry = (text: string) =>
    `<tbx><text><body><conceptEntry id="a"><langSec xml:lang="nl"><descrip type="definition">${text}</descrip><termSec><term>a</term></termSec></langSec></conceptEntry></body></text></tbx>`;

  it.each([
    ['a.md', `---\r\n${many('x: y\r\n', 8_000)}`],
    ['a.md', `## a\n\n> b\n\nBron: x${many(',')}x`],
    ['a.md', `## a\n\n> ${many('[')}`],
    ['a.md', `## a\n\n> ${many('[a](')}`],
    ['a.md', `## a\n\n> b\n\n*${many('* *')}`],
    ['a.tbx', entry(`x${many(' ')}x`)],
    ['a.tbx', entry(many('x\n \n'))],
    ['a.tbx', many('<conceptEntry><a></b>', 5_000)],
    ['a.tbx', `<tbx>${many('<!-- ')}`],
    ['a.yaml', many('- \n', 10_000)],
    ['a.yaml', many('--- \n', 10_000)],
    ['a.yaml', many('a: "\n---\n', 5_000)],
    ['a.jsonl', many('{\n')],
    ['a.csv', `begrip;definitie\n${many('";')}`],
  ])('%s is read in no time', { timeout: 120_000 }, async (name, text) => {
    const bytes = Buffer.from(text);
    const started = process.cpuUsage();
    const format = detectFormat(bytes, name);
    for await (const raw of format?.read(bytes, name) ?? []) checkRecord(raw);
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  });
});

describe('files that somebody damaged', () => {
  it(`are read without a crash or a hang, ${CASES} of them`, { timeout: 600_000 }, async () => {
    const all = await samples();
    const next = numbers(SEED);
    let slowest = 0;
    let records = 0;
    for (let number = 0; number < CASES; number++) {
      const { name, bytes } = all[number % all.length] as Sample;
      const broken = mutated(bytes, next);
      const format = detectFormat(broken, name) ?? FORMATS[number % FORMATS.length];
      const started = process.cpuUsage();
      for await (const raw of format?.read(broken, name) ?? []) {
        records += 1;
        const { content, findings } = checkRecord(raw);
        // What cannot be used says why.
        if (!content) expect(findings.length).toBeGreaterThan(0);
      }
      slowest = Math.max(slowest, process.cpuUsage(started).user);
    }
    expect(records).toBeGreaterThan(CASES / 2);
    expect(slowest).toBeLessThan(5_000_000);
  });
});
