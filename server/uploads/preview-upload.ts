import type { UploadPreview } from '#contract/reading.ts';
import { type ColumnMappingRow, findColumnMapping } from '#db/queries/column-mappings.ts';
import { findUpload } from '#db/queries/find-upload.ts';
import type { Actor } from '#domain/access.ts';
import { checkRecord } from '#domain/check-record.ts';
import { Problem } from '#domain/errors.ts';
import { mappingOf } from '#domain/mapping-of.ts';
import type { ReadChoices, TableMapping } from '#domain/read-choices.ts';
import { preview, type RawRecord } from '#domain/record-raw.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { headersKey } from '#server/column-mappings/headers-key.ts';
import { isTable, openTable, tableRecord } from '#server/formats/table.ts';
import type { Services } from '#server/services.ts';
import { columnUses } from './column-uses.ts';
import { lookAtUpload, type UploadLook } from './look-at-upload.ts';
import { wordsOf } from './words-of.ts';

/** Words of closed lists are gathered from so many rows; what comes after is said of its own row by the check. */
const MOST_ROWS = 2_000;
const SHOWN_ROWS = 5;
const SHOWN_CELL = 200;

/**
 * How an upload would come in when it is read with these choices: what it is, what its columns are for, and its first rows with
 * their checks. @throws Problem `not_found`, also for another organisation's, or `not_allowed`
 */
export async function previewUpload(
  services: Services,
  actor: Actor,
  id: string,
  choices: ReadChoices,
): Promise<UploadPreview> {
  await requireAction(services, actor, 'batch:start', { type: 'upload', id });
  const upload = await findUpload(services.pool, id, actor.organisationId);
  if (!upload) throw new Problem('not_found');
  const look = await lookAtUpload(services, upload, choices, MOST_ROWS);
  const names = look.table?.top?.names;
  const saved = names ? await findColumnMapping(services.pool, actor.organisationId, headersKey(names)) : null;
  return present(look, choices, saved);
}

function present(look: UploadLook, choices: ReadChoices, saved: ColumnMappingRow | null): UploadPreview {
  const { detected, table, problems } = look;
  const known = detected.mapping === 'known' || detected.mapping === 'none';
  const columns = table?.top ? columnUses(table, choices.mapping ?? null, saved?.mapping ?? null) : [];
  const asked = choices.mapping ?? saved?.mapping ?? null;
  const values = table ? wordsOf(table, columns, choices.mapping?.values ?? null, saved?.mapping.values ?? null) : [];
  const mapping: TableMapping = { ...mappingOf({ columns, values }), ...(asked ? { values: asked.values } : {}) };
  return {
    detected: { ...detected, mapping: saved && !known ? 'saved' : detected.mapping },
    columns,
    values,
    ...firstRecords(look, mapping),
    lookedAt: table?.rows.length ?? 0,
    top: (table?.first ?? []).map(({ line, cells }) => ({ line, cells: cells.map(clipped) })),
    saved: saved && { id: saved.id, savedAt: saved.savedAt.toISOString(), savedBy: saved.savedBy },
    problems,
  };
}

/** The first rows as the import would read and check them. */
function firstRecords({ table, file }: UploadLook, mapping: TableMapping): Pick<UploadPreview, 'rows' | 'missing'> {
  if (!table?.top) return { rows: [], missing: [] };
  const { line, names } = table.top;
  const opened = openTable(names, file, line, mapping);
  if (!isTable(opened)) return { rows: [], missing: missingOf(opened) };
  opened.remarks.length = 0;
  const rows = table.rows.slice(0, SHOWN_ROWS).map((row) => {
    const raw = tableRecord(opened, row.cells, row.line);
    return { line: row.line, fields: fieldTexts(raw.fields), findings: checkRecord(raw).findings };
  });
  return { rows, missing: [] };
}

function missingOf({ findings }: RawRecord): UploadPreview['missing'] {
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
