import { EXPORT_FORMATS, type ExportFormat, exportedFormat } from '#domain/export-formats.ts';
import { isForReading } from '#domain/fidelity.ts';

/** One definition of an export of ours. */
const OWN_FILE = /^definities\/[^/]+\.json$/;

export type SameDefinitions = {
  /** The format that is read. */
  read: ExportFormat;
  /** The formats that hold the same definitions, and need not be read. */
  others: ExportFormat[];
};

/**
 * Which of the files of an archive hold the same definitions in several formats, as an export of ours has them: the one that says
 * the most is read. Null when there is nothing to choose. `names` are those of all files of an archive with a manifest.
 */
export function sameDefinitions(names: Iterable<string>): SameDefinitions | null {
  const found = new Set<ExportFormat | null>();
  for (const name of names) found.add(OWN_FILE.test(name) ? 'json' : exportedFormat(name));
  const formats = EXPORT_FORMATS.filter((format) => found.has(format));
  const read = formats.find((format) => !isForReading(format));
  if (!read || formats.length < 2) return null;
  return { read, others: formats.filter((format) => format !== read) };
}
