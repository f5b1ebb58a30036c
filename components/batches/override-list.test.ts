import { describe, expect, it } from 'vitest';
import { type OverrideList, withFilter, withItems, without } from './override-list.ts';

const skip = { decision: 'skip' } as const;
const CONFLICTS = { decision: 'conflict' } as const;

describe('the wishes over a plan', () => {
  it('hold one for each single item, the last', () => {
    const list = withItems(withItems([], [3, 4], skip), [3], { decision: 'update' });
    expect(list).toEqual([
      { position: 4, decision: 'skip' },
      { position: 3, decision: 'update' },
    ]);
    expect(withItems(list, [3, 4], null)).toEqual([]);
  });

  it('take an item out of what a filter wished', () => {
    const list = withItems(withFilter([], CONFLICTS, skip), [3], null);
    expect(list).toEqual([
      { filter: CONFLICTS, decision: 'skip' },
      { position: 3, decision: 'as_planned' },
    ]);
  });

  it('hold one for each filter, the last, after what was wished before it', () => {
    const before = withItems(withFilter([], CONFLICTS, skip), [3], { decision: 'new_version' });
    expect(withFilter(before, { ...CONFLICTS, q: '' }, { decision: 'new_version' })).toEqual([
      { position: 3, decision: 'new_version' },
      { filter: CONFLICTS, decision: 'new_version' },
    ]);
  });

  it('are replaced by a wish about everything, and gone when everything is as planned', () => {
    const before = withItems(withFilter([], CONFLICTS, skip), [3], skip);
    expect(withFilter(before, {}, skip)).toEqual([{ filter: {}, decision: 'skip' }]);
    expect(withFilter(before, {}, { decision: 'as_planned' })).toEqual([]);
  });

  it('are taken back one by one; what only took back something before goes along', () => {
    const list: OverrideList = [
      { filter: CONFLICTS, ...skip },
      { position: 3, decision: 'as_planned' },
      { position: 5, ...skip },
    ];
    expect(without(list, 0)).toEqual([{ position: 5, decision: 'skip' }]);
    expect(without(list.slice(0, 2), 0)).toEqual([]);
  });
});
