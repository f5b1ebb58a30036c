import { HEADER_WITHIN, isBlank, type TableRow } from './table.ts';

const SAMPLE = 30;
const LONGEST_NAME = 80;

/** The row that looks like the names of columns when no row has names we know: as wide as the table, short texts, none twice. */
export function guessHeader(rows: readonly TableRow[]): number | null {
  const filled = rows.filter(({ cells }) => !isBlank(cells)).slice(0, SAMPLE);
  const width = Math.max(2, mostCommon(filled.map(({ cells }) => filledCells(cells).length)));
  const found = filled.slice(0, HEADER_WITHIN).find(({ cells }) => {
    const names = filledCells(cells);
    return (
      names.length >= Math.max(2, width * 0.6) &&
      new Set(names).size === names.length &&
      names.every((name) => name.length <= LONGEST_NAME && !/^\d+([.,]\d+)?$/.test(name))
    );
  });
  return found?.line ?? filled.find(({ cells }) => filledCells(cells).length > 1)?.line ?? null;
}

function filledCells(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter(Boolean);
}

function mostCommon(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 0;
}
