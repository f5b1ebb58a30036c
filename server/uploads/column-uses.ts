import type { PreviewColumn } from '#contract/reading.ts';
import type { TableMapping } from '#domain/read-choices.ts';
import type { Column } from '#server/formats/csv-header.ts';
import type { TableLook } from '#server/formats/look-at-table.ts';
import { proposeColumns } from '#server/formats/propose-columns.ts';

/** Cells that a proposal is made by, and that are shown of each column. */
const CELLS = 50;
const SHOWN = 3;
const SHOWN_LENGTH = 120;

/** What each column of a table is for: as a person chose, as was saved before, by its own name, or as name and cells suggest. */
export function columnUses(
  { top, rows }: TableLook,
  chosen: TableMapping | null,
  saved: TableMapping | null,
): PreviewColumn[] {
  if (!top) return [];
  const { header } = top;
  const unknown = new Set(header.unknown);
  const cellsOf = (at: number) => rows.flatMap(({ cells }) => (cells[at]?.trim() ? (cells[at] as string) : []));
  const open = header.columns.flatMap(({ name }, at) =>
    unknown.has(name) ? { column: name, cells: cellsOf(at).slice(0, CELLS) } : [],
  );
  const proposals = new Map(
    proposeColumns(open, new Set(header.columns.flatMap((column) => targetOf(column) ?? []))).map((one) => [
      one.column,
      one,
    ]),
  );
  const uses = (mapping: TableMapping | null) => new Map(mapping?.columns.map(({ column, use }) => [column, use]));
  const [chosenUses, savedUses] = [uses(chosen), uses(saved)];
  return header.columns.map((column, at) => {
    const samples = cellsOf(at)
      .slice(0, SHOWN)
      .map((cell) => cell.slice(0, SHOWN_LENGTH).toWellFormed());
    const { name } = column;
    const base = { column: name, samples, confidence: 1 };
    const proposal = proposals.get(name);
    const before = savedUses.get(name);
    const choice = chosenUses.get(name);
    if (choice !== undefined && choice !== before && choice !== proposal?.target) {
      return { ...base, use: choice, by: 'choice' as const };
    }
    if (before !== undefined && (choice === undefined ? !chosen : choice === before))
      return { ...base, use: before, by: 'saved' as const };
    if (!unknown.has(name)) return { ...base, use: targetOf(column) ?? ('keep' as const), by: 'name' as const };
    if (proposal && (choice === undefined ? !chosen : choice === proposal.target))
      return { ...base, use: proposal.target, by: 'likeness' as const, confidence: proposal.confidence };
    return { ...base, use: 'keep' as const, by: null, confidence: 0 };
  });
}

function targetOf({ field, kind, relation }: Column): PreviewColumn['use'] | null {
  if (field === null) return null;
  const part = kind ?? relation;
  return (part ? `${field}.${part}` : field) as PreviewColumn['use'];
}
