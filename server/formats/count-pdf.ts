/** How many bytes of an object are looked at: those of ours that say what they are, say it at once. */
const LOOKED_AT = 400;
/** The heading over each definition. */
const IS_TERM = /\/S \/H3\b/;

/**
 * Follows the table at the end of a PDF of ours to each of its objects, and counts the headings of definitions among them.
 * @throws when the table leads anywhere else
 */
export function countPdf(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.toString('latin1', 0, 5) !== '%PDF-') throw new Error('Not a PDF');
  const tail = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1', Math.max(0, file.length - 200)));
  const table = Number(tail?.[1] ?? Number.NaN);
  const head = /^xref\s+0 (\d+)\s+/.exec(file.toString('latin1', table, table + 60));
  if (!tail || !head) throw new Error('No table of objects');
  let definitions = 0;
  let at = table + head[0].length;
  for (let number = 0; number < Number(head[1]); number++) {
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(file.toString('latin1', at, at + 20));
    if (!entry) throw new Error(`The table ends at object ${number}`);
    at = file.indexOf('\n', at) + 1;
    if (entry[2] === 'n' && isTerm(file, number, Number(entry[1]))) definitions += 1;
  }
  return definitions;
}

function isTerm(file: Buffer, number: number, offset: number): boolean {
  const object = file.toString('latin1', offset, offset + LOOKED_AT);
  if (!object.startsWith(`${number} 0 obj`)) throw new Error(`Object ${number} is not where the table says`);
  return IS_TERM.test(object.split(/endobj|stream/)[0] ?? '');
}
