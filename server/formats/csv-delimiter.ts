import { DELIMITERS, type Delimiter } from '#domain/read-choices.ts';
import { fieldTarget, foldName } from './field-names.ts';
import { isNlSbbColumn } from './nl-sbb-columns.ts';

const SAMPLE_ROWS = 20;
const SAMPLE_LENGTH = 64 * 1024;

type DelimiterGuess = { delimiter: Delimiter; knownNames: number; width: number };

/**
 * The delimiter under which the header has the most names we know and the rows agree on a width. A text with commas in
 * every definition still is a `;` file.
 */
export function guessDelimiter(text: string): DelimiterGuess {
  let best: DelimiterGuess = { delimiter: ';', knownNames: 0, width: 0 };
  let most = -1;
  for (const delimiter of DELIMITERS) {
    const rows = sampleRows(text, delimiter);
    const header = rows[0] ?? [];
    const knownNames = header.filter(isKnownName).length;
    const agreeing = rows.filter((row) => row.length === header.length).length / Math.max(rows.length, 1);
    const score = knownNames * 10 + (header.length > 1 ? agreeing * 5 + Math.min(header.length, 10) / 10 : 0);
    if (score > most) {
      most = score;
      best = { delimiter, knownNames, width: header.length };
    }
  }
  // A title above the table has no columns to tell by.
  return best.width > 1 ? best : (widestAgreement(text) ?? best);
}

/** The delimiter under which the most rows have the same number of columns, when the first row says nothing. */
function widestAgreement(text: string): DelimiterGuess | null {
  let best: DelimiterGuess | null = null;
  let most = 2;
  for (const delimiter of DELIMITERS) {
    const rows = sampleRows(text, delimiter).filter((row) => row.length > 1);
    const [header = []] = rows;
    const agreeing = rows.filter((row) => row.length === header.length).length;
    const knownNames = header.filter(isKnownName).length;
    const score = agreeing + knownNames * 10;
    if (agreeing < 2 || score <= most) continue;
    most = score;
    best = { delimiter, knownNames, width: header.length };
  }
  return best;
}

function isKnownName(name: string): boolean {
  return fieldTarget(name) !== null || isNlSbbColumn(foldName(name));
}

/** The first rows, quotes respected, errors forgiven; blank lines left out. */
function sampleRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.length > 1 || cell.trim() !== '') rows.push(row);
    row = [];
    cell = '';
  };
  const end = Math.min(text.length, SAMPLE_LENGTH);
  for (let at = 0; at < end && rows.length < SAMPLE_ROWS; at++) {
    const char = text[at] ?? '';
    if (char === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (isQuoted) cell += char;
    else if (char === delimiter) {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || (char === '\r' && text[at + 1] !== '\n')) endRow();
    else if (char !== '\r') cell += char;
  }
  if (end === text.length && rows.length < SAMPLE_ROWS && (row.length > 0 || cell !== '')) endRow();
  return rows;
}
