import { splitExamples, splitList } from './split-list.ts';

/**
 * The entries of a cell in a table of our own: a JSON list as it is, or entries parted as `definition-table.ts` parts them. Nothing
 * is cleaned: what looks like residue of another system is then what somebody wrote.
 */
export function ownEntries(cell: string, kind: 'list' | 'examples'): unknown {
  const json = jsonIn(cell);
  if (Array.isArray(json)) return json;
  return kind === 'list' ? splitList(cell, { commas: false }) : splitExamples(cell);
}

/** A cell that may hold JSON: its value, null when it is empty, and else its text. */
export function ownValue(cell: string): unknown {
  return cell.trim() === '' ? null : (jsonIn(cell) ?? cell);
}

function jsonIn(cell: string): unknown {
  if (!/^\s*[[{]/.test(cell)) return null;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return null;
  }
}
