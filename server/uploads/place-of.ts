import type { UploadPreview } from '#contract/reading.ts';
import type { TableLook } from '#server/formats/look-at-table.ts';

const SHOWN_CELL = 80;

/** Where a table stands, and where else it might. */
export function placeOf(table: TableLook | null): Pick<UploadPreview, 'top' | 'sheets' | 'sheet'> {
  const top = (table?.first ?? []).map(({ line, cells }) => ({ line, cells: cells.map(clipped) }));
  return { top, sheets: table?.sheets ?? [], sheet: table?.sheet ?? null };
}

function clipped(text: string): string {
  return text.length > SHOWN_CELL ? `${text.slice(0, SHOWN_CELL - 1).toWellFormed()}…` : text;
}
