import type { ExportFormat } from './export-formats.ts';
import { CARRIED_FIELDS, type Carriage, type CarriedField, FORMAT_EXCEPTIONS } from './format-exceptions.ts';
import type { LocalisedText } from './locale.ts';

export type Fidelity = Readonly<Record<CarriedField, Carriage>>;

/** What each format carries of each field: everything, except where it says otherwise. */
export function fidelityOf(format: ExportFormat): Fidelity {
  const exceptions = FORMAT_EXCEPTIONS[format];
  const all = CARRIED_FIELDS.map((field): [CarriedField, Carriage] => [field, exceptions[field] ?? 'carried']);
  return Object.fromEntries(all) as Record<CarriedField, Carriage>;
}

/** What a format does with definitions, for a report: which fields stay behind, and which go in a way one has to know. */
export type FormatReport = {
  name: ExportFormat;
  notCarried: CarriedField[];
  conventions: { field: CarriedField; text: LocalisedText }[];
};

export function reportFormat(name: ExportFormat): FormatReport {
  const fidelity = fidelityOf(name);
  return {
    name,
    notCarried: CARRIED_FIELDS.filter((field) => fidelity[field] === 'not_carried'),
    conventions: CARRIED_FIELDS.flatMap((field) => {
      const carriage = fidelity[field];
      return typeof carriage === 'object' ? [{ field, text: carriage.convention }] : [];
    }),
  };
}

/** Whether a format is for people only: what does not even bring the term back is no longer a definition to a program. */
export function isForReading(format: ExportFormat): boolean {
  return fidelityOf(format).term !== 'carried';
}
