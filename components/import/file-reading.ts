import type { UploadPreview } from '#contract/reading.ts';
import { mappingOf } from '#domain/mapping-of.ts';
import type { ReadChoices, TableMapping } from '#domain/read-choices.ts';

/** How the chosen file is read, as far as a person or an earlier mapping says so, and what to remember of it. */
export type FileReading = {
  options: ReadChoices;
  remember: () => Promise<void>;
};

/** The mapping an import gets: none for a table whose columns are all known, unless a person chose otherwise. */
export function mappingToSend(preview: UploadPreview | undefined, choices: ReadChoices): TableMapping | null {
  if (choices.mapping) return choices.mapping;
  const { mapping } = preview?.detected ?? {};
  return preview && (mapping === 'saved' || mapping === 'needed' || mapping === 'offered') ? mappingOf(preview) : null;
}

/** The mapping with another use of one column; what filled that use before is kept with the other data. */
export function withUse(
  mapping: TableMapping,
  column: string,
  use: TableMapping['columns'][number]['use'],
  shared: boolean,
) {
  const others = mapping.columns
    .filter((one) => one.column !== column)
    .map((one) => (one.use === use && !shared ? { ...one, use: 'keep' as const } : one));
  return { ...mapping, columns: [...others, { column, use }] };
}

/** The mapping with another meaning of one word; null takes its meaning away. */
export function withMeaning(
  mapping: TableMapping,
  { field, from }: Pick<TableMapping['values'][number], 'field' | 'from'>,
  to: string | null,
): TableMapping {
  const others = mapping.values.filter((value) => value.field !== field || value.from !== from);
  return { ...mapping, values: to === null ? others : [...others, { field, from, to }] };
}
