import { EXPORT_FORMATS, type ExportFormat } from '#domain/export-formats.ts';
import { fidelityOf, isForReading } from '#domain/fidelity.ts';
import { fieldLabel } from '#domain/field-labels.ts';
import { CARRIED_FIELDS, type Carriage } from '#domain/format-exceptions.ts';

/** Formats that carry the same, in one column. */
type Column = { name: string; format: ExportFormat };

const SIGNS = { carried: '●', convention: '◐', not_carried: '–' } as const;

/**
 * What each format carries of each field, as a table in Markdown with its conventions below it: the README has it, and a test holds
 * it against this.
 */
export function fidelityTable(): string {
  const columns = columnsOf();
  const rows = CARRIED_FIELDS.map((field) => {
    const signs = columns.map(({ format }) => signOf(fidelityOf(format)[field], format));
    return `| ${fieldLabel(field, 'en')} | ${signs.join(' | ')} |`;
  });
  const head = `| field | ${columns.map(({ name }) => name).join(' | ')} |`;
  return [head, `|---|${columns.map(() => ':-:|').join('')}`, ...rows, '', ...columns.flatMap(conventionsOf)].join(
    '\n',
  );
}

function columnsOf(): Column[] {
  const byFidelity = new Map<string, ExportFormat[]>();
  for (const format of EXPORT_FORMATS) {
    const key = JSON.stringify(fidelityOf(format));
    byFidelity.set(key, [...(byFidelity.get(key) ?? []), format]);
  }
  return [...byFidelity.values()].map((formats) => ({
    name: formats.map((format) => `\`${format}\``).join(' '),
    format: formats[0] ?? 'json',
  }));
}

function signOf(carriage: Carriage, format: ExportFormat): string {
  if (carriage === 'carried' || carriage === 'not_carried') return SIGNS[carriage];
  return isForReading(format) ? '○' : SIGNS.convention;
}

/** A line for each convention of a column, with the fields it is about; what is for reading only has none worth knowing. */
function conventionsOf({ format, name }: Column): string[] {
  if (isForReading(format)) return [];
  const fields = new Map<string, string[]>();
  for (const field of CARRIED_FIELDS) {
    const carriage = fidelityOf(format)[field];
    if (typeof carriage !== 'object') continue;
    const text = carriage.convention.en;
    fields.set(text, [...(fields.get(text) ?? []), fieldLabel(field, 'en')]);
  }
  return [...fields].map(([text, labels]) => `- ${name} – ${labels.join(', ')}: ${text}.`);
}
