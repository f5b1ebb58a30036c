/** Texts as cells of a spreadsheet carry them: XML cannot hold most control characters, so they are written as `_x0007_`. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const UNCARRIABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu;
/** A text that looks like such a sign itself; only its underscore needs one. */
const LOOKS_ENCODED = /_(?=x[0-9A-Fa-f]{4}_)/g;
const ENCODED = /_x([0-9A-Fa-f]{4})_/g;
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text of a cell, to stand in XML. */
export function encodeCellText(text: string): string {
  const carriable = text
    .replace(LOOKS_ENCODED, '_x005F_')
    .replace(UNCARRIABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return escapeXml(carriable);
}

/** A text of a cell as it was meant; the other way round from `encodeCellText`, the XML being read already. */
export function decodeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ENCODED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}

/** The letters of a column, from 0: A, B … Z, AA. */
export function columnName(index: number): string {
  let name = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

/** The column, from 0, of a place such as `AB12`; null when it is none. */
export function columnIndex(place: string): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place)?.[0];
  if (!letters) return null;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
