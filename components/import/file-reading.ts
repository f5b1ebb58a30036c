import type { ColumnMappingChange, UploadPreview } from '#contract/reading.ts';
import { mappingOf } from '#domain/mapping-of.ts';
import type { FileChoices, NamedMapping, ReadChoices, TableMapping } from '#domain/read-choices.ts';

/** How the chosen file is read, as far as a person or an earlier mapping says so, and what to remember of it. */
export type FileReading = {
  options: ReadChoices & { mappingIds?: string[] };
  /** Remembers what is new; answers the ids it is kept under. */
  remember: () => Promise<string[]>;
};

export type TableGroup = UploadPreview['tables'][number];

/** The mapping an import gets: none for a table whose columns are all known, unless a person chose otherwise. */
export function mappingToSend(preview: UploadPreview | undefined, choices: ReadChoices): TableMapping | null {
  if (choices.mapping) return choices.mapping;
  const { mapping } = preview?.detected ?? {};
  return preview && (mapping === 'saved' || mapping === 'needed' || mapping === 'offered') ? mappingOf(preview) : null;
}

/** What an import is told of the tables in an archive: what is saved by its id, and what was chosen or proposed for the others. */
export function mappingsToSend(
  tables: readonly TableGroup[],
  choices: ReadChoices,
): { mappings: NamedMapping[]; mappingIds: string[] } {
  const mappings: NamedMapping[] = [];
  const mappingIds: string[] = [];
  for (const table of tables) {
    const chosen = chosenFor(choices, table.headers);
    if (chosen) mappings.push({ headers: table.headers, mapping: chosen });
    else if (table.mapping === 'saved' && table.saved) mappingIds.push(table.saved.id);
    // What lacks a term or a definition is refused with its reason, as it would be without us.
    else if (table.mapping !== 'known' && table.headers.length > 0 && table.missing.length === 0)
      mappings.push({ headers: table.headers, mapping: mappingOf(table) });
  }
  return { mappings, mappingIds };
}

/** What is new about the columns of a file, or of the tables of an archive, and can be remembered. */
export function newMappings(preview: UploadPreview | undefined, choices: ReadChoices): ColumnMappingChange[] {
  if (!preview) return [];
  if (preview.tables.length > 0) return mappingsToSend(preview.tables, choices).mappings;
  const mapping = mappingToSend(preview, choices);
  const isNew = mapping !== null && (preview.detected.mapping !== 'saved' || choices.mapping !== undefined);
  return isNew ? [{ headers: preview.columns.map(({ column }) => column), mapping }] : [];
}

/** What a person chose for the tables with these columns. */
export function chosenFor({ mappings = [] }: ReadChoices, headers: readonly string[]): TableMapping | undefined {
  return mappings.find((one) => isSame(one.headers, headers))?.mapping;
}

/** The choices with another mapping for the tables with these columns. */
export function withMappingFor(choices: ReadChoices, { headers, mapping }: NamedMapping): ReadChoices {
  const others = (choices.mappings ?? []).filter((one) => !isSame(one.headers, headers));
  return { ...choices, mappings: [...others, { headers, mapping }] };
}

/** What a person chose for all of these files of an archive alike. */
export function placeFor({ places = [] }: ReadChoices, files: readonly string[]): FileChoices {
  const [first = {}, ...others] = files.map((name) => {
    const { file: _, ...choices } = places.find(({ file }) => file === name) ?? { file: name };
    return choices as FileChoices;
  });
  const alike = Object.entries(first).filter(([key, value]) =>
    others.every((other) => other[key as keyof FileChoices] === value),
  );
  return Object.fromEntries(alike);
}

/** The choices with these files of an archive read otherwise; what is undefined is as it was found. */
export function withPlaceFor(choices: ReadChoices, files: readonly string[], change: FileChoices): ReadChoices {
  const before = new Map(choices.places?.map((place) => [place.file, place]));
  for (const file of files) {
    const changed = Object.entries({ ...before.get(file), ...change, file }).filter(([, value]) => value !== undefined);
    if (changed.length > 1) before.set(file, { file, ...Object.fromEntries(changed) });
    else before.delete(file);
  }
  return { ...choices, places: [...before.values()] };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
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
