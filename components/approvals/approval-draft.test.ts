import { describe, expect, it } from 'vitest';
import { DEFAULT_APPROVAL_RULES } from '#domain/approval-rules.ts';
import { draftOf, limitIn, rulesFrom } from './approval-draft.ts';

describe('rules of approval while they are typed', () => {
  it('say what they said when nothing was typed', () => {
    expect(rulesFrom(draftOf(DEFAULT_APPROVAL_RULES))).toEqual(DEFAULT_APPROVAL_RULES);
  });

  it.each([
    ['100', 100],
    ['1.000', 1_000],
    [' 0 ', 0],
    ['', null],
    ['veel', null],
    ['-1', null],
    ['1000001', null],
  ])('read "%s" as %s', (text, limit) => expect(limitIn(text)).toBe(limit));

  it('are none while a limit that is on is no number, and do not mind one that is off', () => {
    const draft = draftOf(DEFAULT_APPROVAL_RULES);
    expect(rulesFrom({ ...draft, delete: { ...draft.delete, moreThan: 'x' } })).toBeNull();
    const off = rulesFrom({ ...draft, delete: { isLimited: false, moreThan: 'x', established: true } });
    expect(off?.delete).toEqual({ moreThan: null, established: true });
  });
});
