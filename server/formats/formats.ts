import type { ExportFormat } from '#domain/export-formats.ts';
import type { ReadFormat } from '#domain/read-choices.ts';
import { csv } from './csv.ts';
import type { Format, Writer } from './format.ts';
import { json } from './json.ts';
import { jsonLines } from './json-lines.ts';
import { markdown } from './markdown.ts';
import { RDF_FORMATS } from './rdf/rdf.ts';
import { RDF_WRITERS } from './rdf/rdf-writers.ts';
import { tbx } from './tbx.ts';
import { csvExcelWriter, csvMachineWriter } from './write-csv.ts';
import { xlsxWriter } from './write-definitions-xlsx.ts';
import { docxWriter } from './write-docx.ts';
import { jsonLinesWriter } from './write-json-lines.ts';
import { markdownWriter } from './write-markdown.ts';
import { pdfWriter } from './write-pdf.ts';
import { tbxDcaWriter, tbxDctWriter } from './write-tbx.ts';
import { yamlWriter } from './write-yaml.ts';
import { xlsx } from './xlsx.ts';
import { yaml } from './yaml.ts';

/** Every kind of file definitions can be read from. */
export const FORMATS: readonly Format[] = [...RDF_FORMATS, jsonLines, json, csv, xlsx, yaml, markdown, tbx];

/** Every kind of file definitions can be written to. */
export const WRITERS: readonly Writer[] = [
  jsonLinesWriter,
  csvExcelWriter,
  csvMachineWriter,
  xlsxWriter,
  yamlWriter,
  markdownWriter,
  tbxDcaWriter,
  tbxDctWriter,
  ...RDF_WRITERS,
  docxWriter,
  pdfWriter,
];

/** The reader of a kind of file. */
export function formatOf(name: ReadFormat): Format {
  const format = FORMATS.find((one) => one.name === name);
  if (!format) throw new Error(`No reader for ${name}`);
  return format;
}

/** @throws when there is none: JSON has a file for each definition and is written by whoever has them */
export function writerOf(format: ExportFormat): Writer {
  const writer = WRITERS.find(({ name }) => name === format);
  if (!writer) throw new Error(`No writer for ${format}`);
  return writer;
}

/** Below this a reader is only guessing. */
const SURE_ENOUGH = 0.2;
/** Whoever comes behind cannot be surer. */
const CERTAIN = 1;

/** The reader for a file, judged by its content before its name; null when no reader knows it. */
export function detectFormat(bytes: Uint8Array, fileName: string): Format | null {
  let best: Format | null = null;
  let most = SURE_ENOUGH;
  for (const format of FORMATS) {
    const confidence = format.detect(bytes, fileName);
    if (confidence === CERTAIN) return format;
    if (confidence > most) {
      most = confidence;
      best = format;
    }
  }
  return best;
}
