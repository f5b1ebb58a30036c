import { describe, expect, it } from 'vitest';
import {
  countOf,
  isSelected,
  keepFor,
  NOTHING,
  pageState,
  rangeBetween,
  type SelectionState,
  selectAllMatching,
  toggle,
  toSelection,
} from './selection.ts';

const PAGE = ['a', 'b', 'c', 'd', 'e'];
const NOW = '2026-01-01T12:00:00.000Z';
const drafts = { status: ['draft' as const] };
const everyDraft = selectAllMatching(drafts, 3214, NOW);
const ids = (...list: string[]): SelectionState => toggle(NOTHING, list, true);

describe('a selection of single rows', () => {
  it('grows and shrinks by ids and knows its size', () => {
    const two = ids('a', 'x');
    expect(countOf(two)).toBe(2);
    expect(countOf(toggle(two, ['a'], false))).toBe(1);
    expect(countOf(toggle(two, ['a'], true))).toBe(2);
  });

  it('keeps rows that are not on the page', () => {
    const withPage = toggle(ids('elsewhere'), PAGE, true);
    expect(isSelected(toggle(withPage, PAGE, false), 'elsewhere')).toBe(true);
  });

  it('is sent as ids, and as nothing when it is empty', () => {
    expect(toSelection(ids('a', 'b'))).toEqual({ ids: ['a', 'b'] });
    expect(toSelection(NOTHING)).toBeNull();
  });

  it('survives another filter', () => {
    const two = ids('a', 'b');
    expect(keepFor(two, drafts)).toBe(two);
  });

  it('never changes the state it was given', () => {
    const one = ids('a');
    toggle(one, ['b'], true);
    expect(countOf(one)).toBe(1);
  });
});

describe('a selection of everything that matches', () => {
  it('holds rows that were never loaded', () => {
    expect(countOf(everyDraft)).toBe(3214);
    expect(isSelected(everyDraft, 'never-seen')).toBe(true);
  });

  it('remembers what was unticked as exclusions', () => {
    const less = toggle(everyDraft, ['b', 'c'], false);
    expect(countOf(less)).toBe(3212);
    expect(toSelection(less)).toEqual({ filter: drafts, excludedIds: ['b', 'c'], asOf: NOW });
    expect(countOf(toggle(less, ['b'], true))).toBe(3213);
  });

  it('becomes nothing when every row is unticked', () => {
    const two = selectAllMatching(drafts, 2, NOW);
    expect(toggle(two, ['a', 'b'], false)).toBe(NOTHING);
  });

  it('ends when the filter changes, and stays when only its order or spacing does', () => {
    expect(keepFor(everyDraft, { status: ['draft', 'review'] })).toBe(NOTHING);
    expect(keepFor(everyDraft, { ...drafts, q: 'straf' })).toBe(NOTHING);
    expect(keepFor(everyDraft, { ...drafts, q: '  ', verdict: [] })).toBe(everyDraft);
    const both = selectAllMatching({ status: ['draft', 'review'] }, 9, NOW);
    expect(keepFor(both, { status: ['review', 'draft'] })).toBe(both);
  });
});

describe('a selection among what was deleted', () => {
  const bin = { deleted: true };
  const empty = keepFor(NOTHING, bin);

  it('says so when it is sent', () => {
    expect(countOf(empty)).toBe(0);
    expect(toSelection(toggle(empty, ['a'], true))).toEqual({ ids: ['a'], deleted: true });
    const all = selectAllMatching(bin, 7, NOW);
    expect(toSelection(all)).toEqual({ filter: bin, excludedIds: [], asOf: NOW });
  });

  it('is never mixed with what is not deleted', () => {
    expect(keepFor(ids('a'), bin)).toBe(empty);
    expect(keepFor(toggle(empty, ['a'], true), drafts)).toBe(NOTHING);
    const two = toggle(empty, ['a', 'b'], true);
    expect(keepFor(two, { ...bin, q: 'straf' })).toBe(two);
    expect(toggle(selectAllMatching(bin, 1, NOW), ['a'], false)).toBe(empty);
  });
});

describe('rangeBetween', () => {
  it('spans from the last row touched to this one, in either direction', () => {
    expect(rangeBetween(PAGE, 'b', 'd')).toEqual(['b', 'c', 'd']);
    expect(rangeBetween(PAGE, 'd', 'b')).toEqual(['b', 'c', 'd']);
    expect(rangeBetween(PAGE, 'c', 'c')).toEqual(['c']);
  });

  it('is the row itself when the other one is on another page or there is none', () => {
    expect(rangeBetween(PAGE, 'elsewhere', 'c')).toEqual(['c']);
    expect(rangeBetween(PAGE, null, 'c')).toEqual(['c']);
  });
});

describe('pageState', () => {
  it('tells none, some and all', () => {
    expect(pageState(NOTHING, PAGE)).toBe('none');
    expect(pageState(ids('a', 'elsewhere'), PAGE)).toBe('some');
    expect(pageState(ids(...PAGE), PAGE)).toBe('all');
    expect(pageState(everyDraft, PAGE)).toBe('all');
    expect(pageState(toggle(everyDraft, ['a'], false), PAGE)).toBe('some');
  });

  it('is none on an empty page', () => {
    expect(pageState(everyDraft, [])).toBe('none');
  });
});
