import { diffArrays } from 'diff';

/** One line of a list: as it was, taken away, put in, or worded differently. */
export type ListChange =
  | { kind: 'same'; text: string }
  | { kind: 'removed'; text: string }
  | { kind: 'added'; text: string }
  | { kind: 'changed'; before: string; after: string };

/** What became of a list, item by item in order; an item removed where another was put in counts as changed. */
export function listChanges(before: readonly string[], after: readonly string[]): ListChange[] {
  const changes: ListChange[] = [];
  let removed: string[] = [];
  const flush = (added: readonly string[]) => {
    const pairs = Math.min(removed.length, added.length);
    for (let i = 0; i < pairs; i++) {
      changes.push({ kind: 'changed', before: removed[i] ?? '', after: added[i] ?? '' });
    }
    for (const text of removed.slice(pairs)) changes.push({ kind: 'removed', text });
    for (const text of added.slice(pairs)) changes.push({ kind: 'added', text });
    removed = [];
  };
  for (const part of diffArrays([...before], [...after])) {
    if (part.removed) removed = part.value;
    else if (part.added) flush(part.value);
    else {
      flush([]);
      for (const text of part.value) changes.push({ kind: 'same', text });
    }
  }
  flush([]);
  return changes;
}
