import { stringify } from 'csv-stringify/sync';
import { uuidV7 } from '#db/uuid-v7.ts';
import { encodeStream } from '#server/archive/encode-stream.ts';
import { type Segment, writeArchive } from '#server/archive/write-archive.ts';
import type { Work } from '#server/operations/operation.ts';
import type { Answer } from './answer.ts';
import { readAnswers } from './stored-answers.ts';

/** How answers are told in a table: its columns, and the rows of an answer, which comes as its JSON text. */
export type AnswerTable = { header: readonly string[]; rowsOf(answer: string): string[][] };

/** The answers as one archive with a file per wanted format. */
export function answersArchive(work: Work, table: AnswerTable = TERMS): AsyncIterable<Uint8Array> {
  return writeArchive(segments(work, table));
}

const FILES = { json: { name: 'antwoorden.json', encode: toJson }, csv: { name: 'antwoorden.csv', encode: toCsv } };

async function* segments(work: Work, table: AnswerTable): AsyncGenerator<Segment> {
  const { job, storage } = work;
  const { formats = ['json', 'csv'] } = job.options as { formats?: (keyof typeof FILES)[] };
  for (const format of new Set(formats)) {
    const { name, encode } = FILES[format];
    yield await encodeStream(name, encode(readAnswers(work), table), async (bytes) => {
      const key = `jobs/${job.id}/${format}-${uuidV7()}`;
      await storage.write(key, bytes);
      return { read: () => storage.read(key) };
    });
  }
}

/** Small pieces cost more than their bytes on the way to the disk. */
const PIECE_CHARACTERS = 64 * 1024;

async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  if (piece !== '') yield Buffer.from(piece);
}

function toJson(answers: AsyncIterable<string>): AsyncIterable<Buffer> {
  return inPieces(
    (async function* () {
      yield '{"schemaVersion":1,"answers":[';
      let separator = '\n';
      for await (const text of answers) {
        yield separator + text;
        separator = ',\n';
      }
      yield '\n]}\n';
    })(),
  );
}

const HEADER = [
  ...['gezocht', 'uitkomst', 'gevonden via', 'gelijkenis', 'begrip', 'definitie', 'categorie', 'status'],
  ...[
    'organisatorische context',
    'juridische context',
    'wettelijke basis',
    'voorkeursterm',
    'synoniemen',
    'id',
    'versie',
  ],
];
const OUTCOME = { found: 'gevonden', similar: 'lijkt op', not_found: 'niet gevonden' };
const FOUND_BY = { term: 'begrip', preferred_term: 'voorkeursterm', synonym: 'synoniem', similarity: 'gelijkenis' };

/** It opens in a Dutch spreadsheet: BOM, `;`, CRLF. */
function toCsv(answers: AsyncIterable<string>, table: AnswerTable): AsyncIterable<Buffer> {
  const write = (values: readonly string[]) => row(values, table.header.length);
  return inPieces(
    (async function* () {
      yield `\ufeff${write(table.header)}`;
      for await (const text of answers) yield table.rowsOf(text).map(write).join('');
    })(),
  );
}

function rowsOf({ term, outcome, matches }: Answer): string[][] {
  if (matches.length === 0) return [[term, OUTCOME[outcome]]];
  return matches.map((match) => [
    ...[term, OUTCOME[outcome], FOUND_BY[match.foundBy], match.similarity?.toFixed(2).replace('.', ',') ?? ''],
    ...[match.term, match.definition, match.category, match.status],
    ...[match.organisationalContext, match.legalContext, match.legalBasis].map((values) => values.join('; ')),
    ...[match.preferredTerm ?? '', match.synonyms.join('; '), match.id, String(match.version)],
  ]);
}

/** A row per definition found, and one for a term without any. */
const TERMS: AnswerTable = { header: HEADER, rowsOf: (text) => rowsOf(JSON.parse(text) as Answer) };

/** A spreadsheet takes these for the start of a formula (OWASP, "CSV injection"), the full-width ones included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

function row(values: readonly string[], columns: number): string {
  const padded = Array.from({ length: columns }, (_, index) => values[index] ?? '');
  const safe = padded.map((value) => (FORMULA.test(value) ? `'${value}` : value));
  return stringify([safe], { delimiter: ';', record_delimiter: '\r\n' });
}
