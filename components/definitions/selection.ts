import type { Selection } from '#contract/definitions.ts';
import type { DefinitionFilterValues } from '#domain/definition-filter.ts';

/**
 * What is chosen in the grid, in the very shape that is sent to the server: single ids, or everything that matches a filter
 * at a moment, less the ones unticked. It never depends on which rows happen to be loaded.
 */
export type SelectionState =
  | {
      mode: 'ids';
      ids: ReadonlySet<string>;
      /** They were chosen among what was deleted. */
      deleted?: boolean;
    }
  | {
      mode: 'filter';
      filter: DefinitionFilterValues;
      /** How many matched when everything was chosen. */
      total: number;
      /** ISO 8601; definitions made later are not part of it. */
      asOf: string;
      excluded: ReadonlySet<string>;
    };

export const NOTHING: SelectionState = { mode: 'ids', ids: new Set() };
const NOTHING_DELETED: SelectionState = { mode: 'ids', ids: new Set(), deleted: true };

export function isSelected(state: SelectionState, id: string): boolean {
  return state.mode === 'ids' ? state.ids.has(id) : !state.excluded.has(id);
}

/** How many are chosen. In filter mode the server's count at the moment of sending is the one that holds. */
export function countOf(state: SelectionState): number {
  return state.mode === 'ids' ? state.ids.size : Math.max(0, state.total - state.excluded.size);
}

/** Ticks or unticks rows: one, a range, or a page. Unticking the last one of a filter leaves nothing chosen. */
export function toggle(state: SelectionState, ids: readonly string[], on: boolean): SelectionState {
  if (state.mode === 'ids') return { ...state, ids: changed(state.ids, ids, on) };
  const next: SelectionState = { ...state, excluded: changed(state.excluded, ids, !on) };
  return countOf(next) === 0 ? nothing(isOfDeleted(state)) : next;
}

/** The rows from the last one touched up to this one, both included; just this one when the other is not on the page. */
export function rangeBetween(rowIds: readonly string[], anchor: string | null, id: string): string[] {
  const from = anchor === null ? -1 : rowIds.indexOf(anchor);
  const to = rowIds.indexOf(id);
  if (from < 0 || to < 0) return [id];
  return rowIds.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** What the box in the head shows. */
export function pageState(state: SelectionState, rowIds: readonly string[]): 'none' | 'some' | 'all' {
  const chosen = rowIds.filter((id) => isSelected(state, id)).length;
  if (chosen === 0) return 'none';
  return chosen === rowIds.length ? 'all' : 'some';
}

export function selectAllMatching(filter: DefinitionFilterValues, total: number, asOf: string): SelectionState {
  return { mode: 'filter', filter, total, asOf, excluded: new Set() };
}

/**
 * A selection by filter holds for that filter only; ids chosen by hand stay chosen whatever is searched for next, except that
 * what was deleted and what was not are never chosen together: nothing can be done with both.
 */
export function keepFor(state: SelectionState, filter: DefinitionFilterValues): SelectionState {
  const deleted = filter.deleted === true;
  const holds = state.mode === 'filter' ? sameFilter(state.filter, filter) : isOfDeleted(state) === deleted;
  return holds ? state : nothing(deleted);
}

/** Whether the selection is among what was deleted. */
export function isOfDeleted(state: SelectionState): boolean {
  return (state.mode === 'ids' ? state.deleted : state.filter.deleted) === true;
}

function nothing(deleted: boolean): SelectionState {
  return deleted ? NOTHING_DELETED : NOTHING;
}

export function sameFilter(a: DefinitionFilterValues, b: DefinitionFilterValues): boolean {
  return filterKey(a) === filterKey(b);
}

/** What is sent to the server; null when nothing is chosen. */
export function toSelection(state: SelectionState): Selection | null {
  if (countOf(state) === 0) return null;
  if (state.mode === 'ids') return { ids: [...state.ids], ...(state.deleted ? { deleted: true } : {}) };
  return { filter: state.filter, excludedIds: [...state.excluded], asOf: state.asOf };
}

function filterKey({
  q,
  deleted = false,
  rule,
  minScore,
  maxScore,
  failsIn,
  job,
  olderThanDays,
  ageOf,
  ...lists
}: DefinitionFilterValues): string {
  const entries = Object.entries(lists).flatMap(([name, values]) =>
    values && values.length > 0 ? [[name, [...values].sort()] as const] : [],
  );
  entries.sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([
    q?.trim() ?? '',
    deleted,
    rule,
    minScore,
    maxScore,
    failsIn,
    job,
    olderThanDays,
    ageOf,
    entries,
  ]);
}

function changed(set: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}
