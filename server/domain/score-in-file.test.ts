import { describe, expect, it } from 'vitest';
import { findingText } from './finding-texts.ts';
import { degradation, predecessorScore } from './score-in-file.ts';

const NOW = '2/nl-sbb/3';

describe('a score lower than the one in the file', () => {
  it.each([
    ['2/nl-sbb/1', 0.95, 0.9, null],
    ['2/nl-sbb/1', 0.95, 0.89, 'warning'],
    ['2/nl-sbb/1', 0.8, 0.9, null],
    ['2/astra/1', 0.95, 0.8, null],
    ['2/astra/1', 0.95, 0.7, 'info'],
    ['1', 0.95, 0.7, 'info'],
    [null, 0.95, 0.7, 'info'],
    [null, 0.9, 0.7, null],
  ])('under %s, %d then and %d now: %s', (ruleSetVersion, before, now, severity) => {
    expect(degradation({ score: before, ruleSetVersion }, now, NOW)?.severity ?? null).toBe(severity);
  });

  it('is told with both scores', () => {
    const finding = degradation({ score: 0.95, ruleSetVersion: '2/nl-sbb/1' }, 0.8, NOW);
    expect(finding && findingText(finding, 'en').message).toBe(
      'The definition scores 80 of 100 now; the file says 95 (rule set 2/nl-sbb/1).',
    );
  });

  it.each([
    [0.8, 0.8],
    ['0.85', 0.85],
    ['0,85', 0.85],
    ['', null],
    ['goed', null],
    [85, null],
    [null, null],
    [undefined, null],
  ])('reads what the predecessor wrote: %j is %j', (value, score) => {
    expect(predecessorScore({ validation_score: value })?.score ?? null).toBe(score);
  });
});
