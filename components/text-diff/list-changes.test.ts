import { describe, expect, it } from 'vitest';
import { listChanges } from './list-changes.ts';

describe('listChanges', () => {
  it('keeps what stayed and names what came and went', () => {
    expect(listChanges(['OM', 'DJI'], ['OM', 'DJI', 'Rechtspraak'])).toEqual([
      { kind: 'same', text: 'OM' },
      { kind: 'same', text: 'DJI' },
      { kind: 'added', text: 'Rechtspraak' },
    ]);
    expect(listChanges(['OM', 'DJI'], ['DJI'])).toEqual([
      { kind: 'removed', text: 'OM' },
      { kind: 'same', text: 'DJI' },
    ]);
  });

  it('pairs an item with the one that took its place', () => {
    expect(listChanges(['art. 1 Sr', 'art. 2 Sr'], ['art. 1 Sr', 'art. 3 Sr', 'art. 4 Sr'])).toEqual([
      { kind: 'same', text: 'art. 1 Sr' },
      { kind: 'changed', before: 'art. 2 Sr', after: 'art. 3 Sr' },
      { kind: 'added', text: 'art. 4 Sr' },
    ]);
  });

  it('is empty for two empty lists', () => {
    expect(listChanges([], [])).toEqual([]);
  });
});
