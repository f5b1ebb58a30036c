import { stringify } from 'csv-stringify/sync';

/** A spreadsheet takes these for the start of a formula (OWASP, "CSV injection"), the full-width ones included. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
/** What a program would trim, or take for the end of a line, outside of quotes. */
const QUOTED = /^\s|[\r\n]|\s$/;

/** What a CSV file begins with, so that a spreadsheet reads it as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** One line of CSV that opens in a Dutch spreadsheet: `;`, CRLF, and nothing that it would take for a formula. */
export function csvLine(values: readonly string[]): string {
  const safe = values.map((value) => (FORMULA.test(value) ? `'${value}` : value));
  return stringify([safe], { delimiter: ';', record_delimiter: '\r\n', quoted_match: QUOTED });
}

/** The cell as it was before `csvLine` kept a spreadsheet from taking it for a formula. */
export function unescapeCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
