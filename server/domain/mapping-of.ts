import type { ClosedField, ColumnUse, TableMapping } from './read-choices.ts';

type Looked = {
  /** `by`: why it is used so; `name` when it is by its own. */
  columns: readonly { column: string; use: ColumnUse; by: string | null }[];
  values: readonly { field: ClosedField; from: string; to: string | null }[];
};

/** What a look at a table makes of its columns and words, as a mapping: the columns known by their own names need no word. */
export function mappingOf({ columns, values }: Looked): TableMapping {
  return {
    columns: columns.filter(({ by }) => by !== 'name').map(({ column, use }) => ({ column, use })),
    values: values.flatMap(({ field, from, to }) => (to ? { field, from, to } : [])),
  };
}
