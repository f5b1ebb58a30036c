import type { Override, PlanFilter, Wish } from '#domain/plan-override.ts';

/** The wishes of a person in their order: the last one that is about an item and exists for it wins. */
export type OverrideList = readonly Override[];

/** With a wish about single items, which it replaces; null takes what was wished for them before back. */
export function withItems(list: OverrideList, positions: readonly number[], wish: Wish | null): OverrideList {
  const about = new Set(positions);
  const rest = list.filter((one) => !('position' in one) || !about.has(one.position));
  const covered = rest.some((one) => 'filter' in one);
  if (wish === null && !covered) return rest;
  // What a filter wished before is not wished for these any more.
  const own: Wish = wish ?? { decision: 'as_planned' };
  return [...rest, ...positions.map((position) => ({ ...own, position }))];
}

/** With a wish about everything that a filter shows; it comes after, and so before, all that was wished until now. */
export function withFilter(list: OverrideList, filter: PlanFilter, wish: Wish): OverrideList {
  const key = filterKey(filter);
  const rest = key === '[]' ? [] : list.filter((one) => !('filter' in one) || filterKey(one.filter) !== key);
  if (wish.decision === 'as_planned' && rest.length === 0) return [];
  return [...rest, { ...wish, filter: withoutEmpty(filter) }];
}

/** Without one wish; what only took back something before it goes with it. */
export function without(list: OverrideList, index: number): OverrideList {
  const rest = list.filter((_, at) => at !== index);
  const first = rest.findIndex(({ decision }) => decision !== 'as_planned');
  return first < 0 ? [] : rest.slice(first);
}

function filterKey(filter: PlanFilter): string {
  return JSON.stringify(Object.entries(withoutEmpty(filter)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withoutEmpty(filter: PlanFilter): PlanFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== '' && String(value) !== ''),
  );
}
