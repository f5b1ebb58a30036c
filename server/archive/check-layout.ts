import type { Finding } from '#domain/finding.ts';
import { PositionTable } from '#server/compact/position-table.ts';
import type { ArchiveEntries } from './archive-entries.ts';
import { foldName } from './entry-name.ts';
import { refusal } from './refusal.ts';
import { LOCAL_LENGTH, MAX_UINT16 } from './zip-format.ts';

const LONGEST_DESCRIPTOR = 24;

/**
 * Lays the entries side by side and sets where each one ends: together they cover the file from its first byte to the
 * directory. What stands before, between or on top of them is refused. The exact lengths are checked while reading.
 */
export function checkLayout(entries: ArchiveEntries, directoryOffset: number): Finding[] {
  const findings: Finding[] = [];
  const inOrder = entries.numbersInFileOrder();
  if (inOrder.length > 0 && entries.offsetOf(inOrder[0] as number) !== 0) {
    findings.push(refusal('archive_prepended_data'));
  }
  for (const [position, number] of inOrder.entries()) {
    const end = entries.offsetOf(inOrder[position + 1] ?? Number.NaN) ?? directoryOffset;
    entries.setEnd(number, end);
    const entry = entries.at(number);
    const least = entry.offset + LOCAL_LENGTH + entries.recordOf(entry).readUInt16LE(28) + entry.compressedSize;
    if (least > end) findings.push(refusal('archive_overlap', { entry: entry.name }));
    else if (end - least > MAX_UINT16 + LONGEST_DESCRIPTOR) {
      findings.push(refusal('archive_gap', { entry: entry.name }));
    }
  }
  return findings;
}

/** Names that some system would take for the same one, and names that are both a file and a folder. */
export function checkNames(entries: ArchiveEntries): Finding[] {
  const findings: Finding[] = [];
  const seen = new PositionTable();
  const parents = new Set<string>();
  for (let number = 0; number < entries.count; number++) {
    const { name } = entries.at(number);
    const folded = foldName(name);
    if (seen.has(folded)) findings.push(refusal('archive_duplicate_name', { entry: name }));
    else seen.add(folded, number);
    addParents(folded, parents);
  }
  for (const parent of parents) {
    const number = seen.get(parent);
    const name = number === undefined ? '/' : entries.at(number).name;
    if (!name.endsWith('/')) findings.push(refusal('archive_name_conflict', { entry: name }));
  }
  return findings;
}

function addParents(path: string, parents: Set<string>): void {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const parent = path.slice(0, slash);
    if (parents.has(parent)) return;
    parents.add(parent);
  }
}
