import { describe, expect, it } from 'vitest';
import { hitFinder } from './find-hits.ts';
import { REDACTION_KINDS, type RedactionKind } from './kinds.ts';
import { LABELLED_SET } from './labelled/labelled-set.ts';

type Tally = { expected: number; found: number; right: number };

/** A hit is right when its kind and both its ends are. */
const tallies = new Map<RedactionKind, Tally>(
  REDACTION_KINDS.map((kind) => [kind, { expected: 0, found: 0, right: 0 }]),
);
const wrong: string[] = [];
const find = hitFinder();
for (const { text, hits } of LABELLED_SET) {
  const found = find(text);
  const same = (a: { kind: string; start: number; end: number }) => `${a.kind} ${a.start}-${a.end}`;
  const wanted = new Set(hits.map(same));
  const there = new Set(found.map(same));
  for (const { kind } of hits) (tallies.get(kind) as Tally).expected++;
  for (const hit of found) {
    const tally = tallies.get(hit.kind) as Tally;
    tally.found++;
    if (wanted.has(same(hit))) tally.right++;
    else wrong.push(`too much: ${hit.kind} "${text.slice(hit.start, hit.end)}" in ${text}`);
  }
  for (const hit of hits)
    if (!there.has(same(hit))) wrong.push(`missed: ${hit.kind} "${text.slice(hit.start, hit.end)}" in ${text}`);
}
const total = [...tallies.values()].reduce(
  (sum, one) => ({ expected: sum.expected + one.expected, found: sum.found + one.found, right: sum.right + one.right }),
  { expected: 0, found: 0, right: 0 },
);
const precision = ({ found, right }: Tally) => (found === 0 ? 1 : right / found);
const recall = ({ expected, right }: Tally) => (expected === 0 ? 1 : right / expected);
const line = (name: string, one: Tally) =>
  `${name.padEnd(16)} ${String(one.expected).padStart(5)} expected   precision ${precision(one).toFixed(3)}   recall ${recall(one).toFixed(3)}`;
// The figures are the point of this set: they belong in the output of every test, not only in that of one that fails.
process.stdout.write(
  `Redaction over ${LABELLED_SET.length} labelled texts, ${LABELLED_SET.filter(({ hits }) => hits.length === 0).length} with nothing to find\n` +
    [...tallies].map(([kind, one]) => line(kind, one)).join('\n') +
    `\n${line('all', total)}\n${wrong.map((text) => `  ${text}\n`).join('')}`,
);

describe('the labelled set', () => {
  it('has at least 400 texts, and a good part of them only look like something', () => {
    expect(LABELLED_SET.length).toBeGreaterThanOrEqual(400);
    expect(LABELLED_SET.filter(({ hits }) => hits.length === 0).length).toBeGreaterThanOrEqual(150);
  });

  it.each(['bsn', 'iban', 'parketnummer', 'email'] as const)('finds at least 99 in 100 of every %s', (kind) => {
    expect(recall(tallies.get(kind) as Tally)).toBeGreaterThanOrEqual(0.99);
  });

  it('finds nineteen in twenty of everything else', () => {
    const others = [...tallies].filter(([kind]) => kind !== 'term');
    expect(others.filter(([, one]) => recall(one) < 0.95).map(([kind]) => kind)).toEqual([]);
  });

  it('is right nineteen times in twenty, overall and for each kind', () => {
    expect(precision(total)).toBeGreaterThanOrEqual(0.95);
    expect([...tallies].filter(([, one]) => precision(one) < 0.95).map(([kind]) => kind)).toEqual([]);
  });
});
