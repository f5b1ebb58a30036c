import type { Location } from '#domain/finding.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { decodeText } from './decode-text.ts';
import { fieldTarget } from './field-names.ts';
import type { Format } from './format.ts';
import { jsonRecord } from './json-record.ts';
import { readsText } from './open-text.ts';
import { type YamlPiece, yamlPieces } from './yaml-pieces.ts';
import { yamlValue } from './yaml-value.ts';

/** Definitions in YAML: one in a file, several documents, or a list. */
export const yaml: Format = { name: 'yaml', detect, read: readsText(records) };

const SAMPLE = 8_000;

function detect(bytes: Uint8Array, fileName: string): number {
  const isNamed = /\.ya?ml$/i.test(fileName);
  const { text } = decodeText(bytes.subarray(0, SAMPLE), { fallback: 'windows-1252' });
  if (text === null || text.includes('\u0000') || /^\s*[<{]|^%PDF|^PK/.test(text)) return 0;
  if (isNamed) return 0.95;
  const names = [...text.matchAll(/^ {0,4}(?:- )?([\p{L}_]+):(?:\s|$)/gmu)].map(([, name]) => name ?? '');
  const known = new Set(names.filter((name) => fieldTarget(name) !== null));
  return known.size >= 2 && (known.has('term') || known.has('begrip')) ? 0.7 : 0;
}

function* records(text: string, file: Location): Generator<RawRecord, void> {
  for (const piece of yamlPieces(text)) yield* pieceRecords(piece, file);
}

function* pieceRecords({ text, line, pointer, isEntry }: YamlPiece, file: Location): Generator<RawRecord, void> {
  const reading = yamlValue(text);
  const location = { ...file, line, pointer };
  if ('code' in reading) {
    const place = { ...location, line: line + reading.line - 1 };
    yield failedRecord(place, reading.code, { line: place.line, column: reading.column });
    return;
  }
  const { value } = reading;
  if (!Array.isArray(value)) yield jsonRecord(value, location);
  // An entry of a list is read as a list of its own; other lists are flow style, all on their own lines.
  else if (isEntry && value.length === 1) yield jsonRecord(value[0], location);
  else
    for (const [index, entry] of value.entries())
      yield jsonRecord(entry, { ...location, pointer: `${pointer}/${index}` });
}
