import { describe, expect, it } from 'vitest';
import { ISSUE_GROUPS, type QualityCounts, qualityOf, SCORE_BINS, scoreRange } from './quality.ts';

const NOTHING = Object.fromEntries(Object.keys(ISSUE_GROUPS).map((name) => [name, 0])) as QualityCounts['groups'];

const counts = (more: Partial<QualityCounts> = {}): QualityCounts => ({
  verdicts: { valid: 5, warnings: 3, invalid: 2 },
  meanScore: 0.81,
  scores: [0, 0, 0, 0, 0, 0, 1, 2, 3, 3],
  unscored: 1,
  categoryMeans: [0.9, 0.8, null, 0.7],
  groups: { ...NOTHING, unsourced: 4, duplicates: 1 },
  rescored: null,
  issues: [{ code: 'tidy_spacing', severity: 'info', count: 5, example: null }],
  ...more,
});

describe('the quality of a batch', () => {
  it('passes what is not invalid', () => {
    expect(qualityOf(counts(), 'import')).toMatchObject({ checked: 10, passRate: 0.8, meanScore: 0.81, unscored: 1 });
  });

  it('names the categories in their order, and leaves out what was not measured', () => {
    expect(qualityOf(counts(), 'import').categories).toEqual({
      taal: 0.9,
      juridisch: 0.8,
      structuur: null,
      samenhang: 0.7,
    });
  });

  it('counts as sourced what was looked at and not found wanting', () => {
    expect(qualityOf(counts(), 'import')).toMatchObject({ withSource: 5, duplicates: 1, cycles: 0 });
  });

  it('says nothing of what an operation does not look at', () => {
    for (const operation of ['export', 'delete', 'restore'] as const)
      expect(qualityOf(counts(), operation)).toMatchObject({ withSource: null, duplicates: null, degraded: null });
  });

  it('looks at the collection', () => {
    expect(qualityOf(counts(), null)).toMatchObject({ withSource: 5 });
  });

  it('says of a finding how much of all it is, and what repairs it', () => {
    const example = null;
    const issues = [
      { code: 'tidy_spacing', severity: 'info', count: 5, example },
      { code: 'date_converted', severity: 'info', count: 1, example },
      { code: 'CON-02', severity: 'warning', count: 4, example },
    ] as const;
    expect(qualityOf(counts({ issues }), 'import').issues).toMatchObject([
      { share: 0.5, transform: 'spacing', repaired: false },
      { share: 0.1, transform: null, repaired: true },
      { share: 0.4, transform: null, repaired: false },
    ]);
  });

  it('has no pass rate where nothing was checked', () => {
    const none = counts({ verdicts: { valid: 0, warnings: 0, invalid: 0 }, unscored: 0 });
    expect(qualityOf(none, 'export')).toMatchObject({ checked: 0, passRate: null });
  });

  it('covers all scores in hundredths with its tenths, each once', () => {
    const ranges = Array.from({ length: SCORE_BINS }, (_, bin) => scoreRange(bin));
    const scores = Array.from({ length: 101 }, (_, score) => score / 100);
    for (const score of scores) expect(ranges.filter(({ from, to }) => score >= from && score <= to)).toHaveLength(1);
    expect([ranges[0], ranges[9]]).toEqual([
      { from: 0, to: 0.09 },
      { from: 0.9, to: 1 },
    ]);
  });
});
