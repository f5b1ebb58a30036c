import type { Selection } from '#contract/definitions.ts';
import { EXPORT_FORMAT_NAMES, type ExportFormat } from '#domain/export-formats.ts';
import type { Locale } from '#domain/locale.ts';
import type { NewJobInput } from './use-start-job.ts';

/** In which formats, and whether together or each by itself. */
export type ExportChoices = { formats: readonly ExportFormat[]; packing: 'together' | 'apart' };

export const PLAIN_EXPORT: ExportChoices = { formats: ['json'], packing: 'together' };

/** Whether there is anything to choose: a file per definition needs an archive around it anyway. */
export function canBeApart({ formats }: ExportChoices): boolean {
  return formats.some((format) => format !== 'json');
}

/** Whether each format is a job of its own. */
export function isApart(choices: ExportChoices): boolean {
  return choices.packing === 'apart' && canBeApart(choices);
}

/** One export of everything, or one for each format, named after it; null when there is no format. */
export function exportJobs(
  selection: Selection,
  engine: object,
  choices: ExportChoices,
  locale: Locale,
): NewJobInput[] | null {
  const formats = [...choices.formats];
  if (formats.length === 0) return null;
  if (!isApart(choices)) {
    return [{ operation: 'export', selection, options: { ...engine, formats } }];
  }
  return formats.map((format) => ({
    operation: 'export',
    name: EXPORT_FORMAT_NAMES[format][locale],
    selection,
    options: { ...engine, formats: [format], ...(format === 'json' ? {} : { packaging: 'file' as const }) },
  }));
}
