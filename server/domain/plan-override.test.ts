import { describe, expect, it } from 'vitest';
import { EMPTY_CONTENT } from './definition.ts';
import {
  contentAsWished,
  matchesPlanFilter,
  type Override,
  type PlanFilter,
  type PlannedOne,
  wishFor,
} from './plan-override.ts';

const item: PlannedOne = {
  position: 4,
  decision: 'conflict',
  reason: 'established',
  verdict: 'warnings',
  term: 'Voorlopige hechtenis',
  source: { file: 'sv/hechtenis.json' },
  findings: [{ code: 'STR-01', severity: 'warning' }],
  problem: { code: 'conflict_established' },
};

describe('a filter over a plan', () => {
  it.each([
    ['nothing', {}, true],
    ['its decision', { decision: 'conflict' }, true],
    ['another decision', { decision: 'new' }, false],
    ['one of several reasons', { reason: ['archived', 'established'] }, true],
    ['another reason', { reason: ['archived'] }, false],
    ['no reason at all', { reason: [] }, true],
    ['its verdict', { verdict: 'warnings' }, true],
    ['another verdict', { verdict: 'valid' }, false],
    ['a rule it breaks', { rule: 'STR-01' }, true],
    ['what it fails of', { rule: 'conflict_established' }, true],
    ['another rule', { rule: 'STR-02' }, false],
    ['the severity of a finding', { severity: 'warning' }, true],
    ['another severity', { severity: 'error' }, false],
    ['a rule with another severity', { rule: 'STR-01', severity: 'error' }, false],
    ['a part of its term, in other case', { q: 'HECHTENIS' }, true],
    ['a part of its file', { q: 'sv/' }, true],
    ['another text', { q: 'beslag' }, false],
    ['two things of which one is not so', { decision: 'conflict', q: 'beslag' }, false],
  ] satisfies [string, PlanFilter, boolean][])('by %s', (_, filter, expected) => {
    expect(matchesPlanFilter(item, filter)).toBe(expected);
  });
});

describe('what becomes of an item', () => {
  const all: Override = { filter: {}, decision: 'skip' };

  it('is the last wish that is about it and exists for it', () => {
    expect(wishFor(item, [])).toBeNull();
    expect(wishFor(item, [all])).toMatchObject({ decision: 'skip' });
    expect(wishFor(item, [all, { position: 4, decision: 'new_version' }])).toMatchObject({ decision: 'new_version' });
    expect(wishFor(item, [{ position: 4, decision: 'new_version' }, all])).toMatchObject({ decision: 'skip' });
    expect(wishFor(item, [all, { filter: { decision: 'new' }, decision: 'skip' }])).toMatchObject({ decision: 'skip' });
    // Never written in place, so the wish before it holds.
    expect(wishFor(item, [all, { filter: {}, decision: 'update' }])).toMatchObject({ decision: 'skip' });
  });

  it('is what was planned when that was wished last', () => {
    expect(wishFor(item, [all, { position: 4, decision: 'as_planned' }])).toBeNull();
    expect(wishFor(item, [all, { filter: { decision: 'conflict' }, decision: 'as_planned' }])).toBeNull();
    expect(wishFor(item, [all, { position: 5, decision: 'as_planned' }])).toMatchObject({ decision: 'skip' });
  });

  it('brings the context along in which it is kept beside another', () => {
    const context = { field: 'legalContext', value: 'Jeugdstrafrecht' } as const;
    const wish = wishFor(item, [{ filter: {}, decision: 'keep_both', context }]);
    expect(wish).toMatchObject({ decision: 'keep_both', context });
    const content = {
      ...EMPTY_CONTENT,
      term: 'x',
      definition: 'y',
      category: 'type',
      status: 'established',
      legalContext: ['Strafrecht', 'Strafvordering'],
    } as const;
    const written = contentAsWished(
      { ...content, legalContext: [...content.legalContext] },
      wish ?? { decision: 'skip' },
    );
    expect(written).toMatchObject({ status: 'draft', legalContext: ['Jeugdstrafrecht'], term: 'x' });
  });
});
