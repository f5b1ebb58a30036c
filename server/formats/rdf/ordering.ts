import { sortedSet } from './value.ts';

/** In RDF values have no order and come once; where that matters, we say in which order they stood. */
export type Ordering = Record<string, number[]>;

/** The values as RDF has them, and a note of how they stood when that was otherwise. */
export function unordered<T>(ordering: Ordering, field: string, values: readonly T[], key: (value: T) => string): T[] {
  const sorted = sortedSet(values, key);
  const positions = new Map(sorted.map((value, index) => [key(value), index]));
  const order = values.map((value) => positions.get(key(value)) as number);
  if (order.length !== sorted.length || order.some((position, index) => position !== index)) ordering[field] = order;
  return sorted;
}

/** The values as they stood, as long as they are still the same ones; else sorted. */
export function inOrder<T>(ordering: Ordering, field: string, values: readonly T[], key: (value: T) => string): T[] {
  const sorted = sortedSet(values, key);
  const order = ordering[field];
  if (!Array.isArray(order) || order.length > 10_000 || new Set(order).size !== sorted.length) return sorted;
  const found = order.map((position) => sorted[position]);
  return found.includes(undefined) ? sorted : (found as T[]);
}

export function readOrdering(text: string | undefined): Ordering {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Ordering) : {};
  } catch {
    return {};
  }
}

export const itself = (text: string) => text;
