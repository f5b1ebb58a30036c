/**
 * The columns an error file has beside those of the records themselves. Read again they are no content: only the number of the
 * row counts, by which an item is known again, and the text of what was no record.
 */
export const ERROR_COLUMNS = {
  rowId: 'Lexport rij',
  message: 'Lexport melding',
  messageEn: 'Lexport message',
  field: 'Lexport veld',
  code: 'Lexport code',
  file: 'Lexport bestand',
  line: 'Lexport regel',
  contents: 'Lexport inhoud',
} as const;
export type ErrorColumn = keyof typeof ERROR_COLUMNS;

const BY_NAME = new Map(
  Object.entries(ERROR_COLUMNS).map(([column, name]) => [name.toLowerCase().replace(' ', ''), column as ErrorColumn]),
);

/** Which of these columns a folded name is; null when it is a column of the records. */
export function errorColumnOf(folded: string): ErrorColumn | null {
  return BY_NAME.get(folded) ?? null;
}
