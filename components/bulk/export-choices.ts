import type { Selection } from '#contract/definitions.ts';
import { EXPORT_FORMAT_NAMES, type ExportFormat } from '#domain/export-formats.ts';
import { isForReading } from '#domain/fidelity.ts';
import type { Locale } from '#domain/locale.ts';
import { type RedactionChoice, toRedaction } from './redaction-choice.ts';
import type { NewJobInput } from './use-start-job.ts';

/** In which formats, whether together or each by itself, and whether with placeholders. */
export type ExportChoices = {
  formats: readonly ExportFormat[];
  packing: 'together' | 'apart';
  /** What documents to be read have their labels and headings in; null: as the pages are. */
  language: Locale | null;
  /** Null: texts go out as they are. */
  redaction: RedactionChoice | null;
};

export const PLAIN_EXPORT: ExportChoices = { formats: ['json'], packing: 'together', language: null, redaction: null };

/** Whether a format has words of its own beside those of the definitions: documents, and the sheet of a workbook that tells of the export. */
function hasWords(format: ExportFormat): boolean {
  return isForReading(format) || format === 'xlsx';
}

/** Whether any of the formats has words of its own. */
export function hasDocuments({ formats }: ExportChoices): boolean {
  return formats.some(hasWords);
}

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
  if (formats.length === 0 || choices.redaction?.kinds.length === 0) return null;
  const redaction = choices.redaction ? { redaction: toRedaction(choices.redaction) } : {};
  const language = hasDocuments(choices) ? { language: choices.language ?? locale } : {};
  if (!isApart(choices)) {
    return [{ operation: 'export', selection, options: { ...engine, formats, ...language, ...redaction } }];
  }
  return formats.map((format) => ({
    operation: 'export',
    name: EXPORT_FORMAT_NAMES[format][locale],
    selection,
    options: {
      ...engine,
      formats: [format],
      ...(format === 'json' ? {} : { packaging: 'file' as const }),
      ...(hasWords(format) ? language : {}),
      ...redaction,
    },
  }));
}
