import type { ColumnMapping } from '#contract/reading.ts';

/** Whether every word of a text is somewhere in the name of a mapping, the names of its columns or who saved it. */
export function matchesText({ name, headers, savedBy }: ColumnMapping, text: string): boolean {
  const all = [name, savedBy, ...headers].join('\n').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
