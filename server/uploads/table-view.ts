import type { TableView } from '#contract/reading.ts';
import type { ColumnMappingRow } from '#db/queries/column-mappings.ts';
import { checkRecord } from '#domain/check-record.ts';
import type { Location } from '#domain/finding.ts';
import { mappingOf } from '#domain/mapping-of.ts';
import type { TableMapping } from '#domain/read-choices.ts';
import { preview, type RawRecord } from '#domain/record-raw.ts';
import type { TableLook } from '#server/formats/look-at-table.ts';
import { isTable, openTable, tableRecord } from '#server/formats/table.ts';
import { columnUses } from './column-uses.ts';
import { wordsOf } from './words-of.ts';

const SHOWN_ROWS = 5;
const SHOWN_CELL = 200;

/** What a table would come in as: what its columns are for, what its words mean, and its first rows with their checks. */
export function tableView(
  table: TableLook | null,
  file: Location,
  chosen: TableMapping | null,
  saved: ColumnMappingRow | null,
): TableView {
  const before = saved?.mapping ?? null;
  const columns = table?.top ? columnUses(table, chosen, before) : [];
  const asked = chosen ?? before;
  const values = table ? wordsOf(table, columns, chosen?.values ?? null, before?.values ?? null) : [];
  const mapping: TableMapping = { ...mappingOf({ columns, values }), ...(asked ? { values: asked.values } : {}) };
  return {
    columns,
    values,
    ...firstRecords(table, file, mapping),
    lookedAt: table?.rows.length ?? 0,
    saved: saved && { id: saved.id, name: saved.name, savedAt: saved.savedAt.toISOString(), savedBy: saved.savedBy },
  };
}

/** The first rows as the import would read and check them. */
function firstRecords(
  table: TableLook | null,
  file: Location,
  mapping: TableMapping,
): Pick<TableView, 'rows' | 'missing'> {
  if (!table?.top) return { rows: [], missing: [] };
  const { line, cells: names } = table.top;
  const opened = openTable(names, file, line, mapping);
  if (!isTable(opened)) return { rows: [], missing: missingOf(opened) };
  opened.remarks.length = 0;
  const rows = table.rows.slice(0, SHOWN_ROWS).map((row) => {
    const raw = tableRecord(opened, row.cells, row.line);
    return { line: row.line, fields: fieldTexts(raw.fields), findings: checkRecord(raw).findings };
  });
  return { rows, missing: [] };
}

function missingOf({ findings }: RawRecord): TableView['missing'] {
  const columns = String(findings[0]?.params?.columns ?? '');
  return (['term', 'definition'] as const).filter((field) => columns.split(', ').includes(field));
}

/** Each field as one text, under the name of the column target it came by. */
function fieldTexts(fields: Record<string, unknown>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (field === 'extras') continue;
    if (field === 'examples' && value && typeof value === 'object') {
      for (const [kind, list] of Object.entries(value)) texts[`examples.${kind}`] = clipped(textOf(list));
    } else if (field === 'relations' && Array.isArray(value)) {
      for (const relation of value as { type?: string; target?: string }[]) {
        const key = `relations.${relation.type}`;
        texts[key] = clipped([texts[key], relation.target].filter(Boolean).join('; '));
      }
    } else texts[field] = clipped(textOf(value));
  }
  return texts;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' && 'title' in value) return String(value.title);
  return typeof value === 'object' ? preview(value) : String(value);
}

function clipped(text: string): string {
  return text.length > SHOWN_CELL ? `${text.slice(0, SHOWN_CELL - 1).toWellFormed()}…` : text;
}
