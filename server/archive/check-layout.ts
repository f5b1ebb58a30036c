import type { Finding } from '#domain/finding.ts';
import type { ArchiveEntry } from './archive-entry.ts';
import { foldName } from './entry-name.ts';
import { refusal } from './refusal.ts';
import { LOCAL_LENGTH, MAX_UINT16 } from './zip-format.ts';

const LONGEST_DESCRIPTOR = 24;

/**
 * Lays the entries side by side and sets where each one ends: together they cover the file from its first byte to the
 * directory. What stands before, between or on top of them is refused. The exact lengths are checked while reading.
 */
export function checkLayout(entries: readonly ArchiveEntry[], bytes: Buffer, directoryOffset: number): Finding[] {
  const findings: Finding[] = [];
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  if (inOrder[0] !== undefined && inOrder[0].offset !== 0) findings.push(refusal('archive_prepended_data'));
  for (const [position, entry] of inOrder.entries()) {
    entry.end = inOrder[position + 1]?.offset ?? directoryOffset;
    const least = entry.offset + LOCAL_LENGTH + bytes.readUInt16LE(entry.record + 28) + entry.compressedSize;
    if (least > entry.end) findings.push(refusal('archive_overlap', { entry: entry.name }));
    else if (entry.end - least > MAX_UINT16 + LONGEST_DESCRIPTOR) {
      findings.push(refusal('archive_gap', { entry: entry.name }));
    }
  }
  return findings;
}

/** Names that some system would take for the same one, and names that are both a file and a folder. */
export function checkNames(entries: readonly ArchiveEntry[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, ArchiveEntry>();
  const parents = new Set<string>();
  for (const entry of entries) {
    const folded = foldName(entry.name);
    if (seen.has(folded)) findings.push(refusal('archive_duplicate_name', { entry: entry.name }));
    seen.set(folded, entry);
    addParents(folded, parents);
  }
  for (const parent of parents) {
    const entry = seen.get(parent);
    if (entry !== undefined && !entry.name.endsWith('/')) {
      findings.push(refusal('archive_name_conflict', { entry: entry.name }));
    }
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
