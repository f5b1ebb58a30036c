import type { Sheet } from '#server/formats/write-xlsx.ts';

const LINES = [
  'Lexport foutbestand – uitleg / error file – explanation',
  '',
  'Zo werkt het',
  '1. Verbeter op het eerste blad de cellen van de definities. De rode kolommen zeggen per rij wat er mis is.',
  '2. Laat de kolom “Lexport rij” staan: daaraan herkent Lexport welke rij het is. De andere rode kolommen mag u weghalen.',
  '3. Bewaar het bestand als Excel-werkmap (.xlsx) of CSV en bied het aan onder Importeren.',
  '4. Alleen deze rijen worden dan verwerkt, als vervolg op de eerste opdracht. Wat u niet wijzigt, blijft zoals het was.',
  '5. Rijen die al verwerkt zijn, doen niets meer: u kunt het bestand zonder gevaar nog eens aanbieden.',
  '',
  'How it works',
  '1. Correct the cells of the definitions on the first sheet. The red columns say for each row what is wrong.',
  '2. Leave the column “Lexport rij” alone: by it Lexport knows which row it is. The other red columns may go.',
  '3. Save the file as an Excel workbook (.xlsx) or CSV and upload it under Import.',
  '4. Only these rows are then processed, as a sequel to the first job. What you do not change stays as it was.',
  '5. Rows that have been applied do nothing any more: uploading the file once more is safe.',
];

/** The second sheet of an error file, for who opens it without having read anything else. */
export const EXPLANATION: Sheet = {
  name: 'Uitleg – Explanation',
  hasHeader: false,
  columns: [{ name: '', width: 110 }],
  rows: LINES.map((line) => [line]),
};
