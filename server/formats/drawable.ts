import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finding } from '#domain/finding.ts';
import { documentFields } from './document-fields.ts';
import { fontCharacters } from './font-characters.ts';
import type { WriteRecord } from './format.ts';

/** Fonts that know the scripts of Europe, Hebrew and Arabic; they travel inside the file. */
const FONTS = {
  plain: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};
export type FontName = keyof typeof FONTS;

/** What stands for a character that no font has; every font has this one. */
const MISSING = '\u25a1';
/** So many are named in a remark. */
const MOST_NAMED = 20;
/** What cannot be drawn in any font: control characters, and signs that say how to draw others. */
const UNDRAWABLE = /(?!\n)\p{Cc}|\p{Cf}|\p{Variation_Selector}|[\ufffe\uffff]/gu;
/** Words of these scripts are drawn as they are written, but one after the other from left to right. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

let known: Record<FontName, (character: number) => boolean> | undefined;

/** The bytes of the fonts, by their names. */
export function readFonts(): [FontName, Buffer][] {
  return (Object.keys(FONTS) as FontName[]).map((name) => [name, readFileSync(fileURLToPath(FONTS[name]))]);
}

/** A text as it can be drawn; tabs are four spaces, and a box stands for what the font does not have. */
export function drawable(text: string, font: FontName): string {
  const has = charactersOf(font);
  return readable(text).replace(/[^\n\u0020-\u007e]/gu, (one) => (has(one.codePointAt(0) ?? 0) ? one : MISSING));
}

/** Whether what is drawn says less than the text, or in another order: then the text goes beside it, for who has it read aloud. */
export function isDrawnOtherwise(text: string, font: FontName): boolean {
  return drawable(text, font) !== readable(text) || RIGHT_TO_LEFT.test(text);
}

/** What of a definition cannot be drawn as it is. */
export function remarksOnDrawing(record: WriteRecord): Finding[] {
  const { term, definition } = record.content;
  const texts = [definition, ...documentFields(record).flatMap(({ values }) => values)];
  const missing = new Set([...missingIn(term, 'bold'), ...texts.flatMap((text) => missingIn(text, 'plain'))]);
  const remarks: Finding[] = [];
  if (missing.size > 0) {
    const characters =
      [...missing].slice(0, MOST_NAMED).map(nameOf).join(', ') + (missing.size > MOST_NAMED ? ' …' : '');
    remarks.push({ code: 'pdf_characters_missing', severity: 'warning', params: { characters } });
  }
  if ([term, ...texts].some((text) => RIGHT_TO_LEFT.test(text)))
    remarks.push({ code: 'pdf_right_to_left', severity: 'warning' });
  return remarks;
}

function missingIn(text: string, font: FontName): string[] {
  const has = charactersOf(font);
  return Array.from(readable(text)).filter((one) => one !== '\n' && !has(one.codePointAt(0) ?? 0));
}

function readable(text: string): string {
  const lines = text.replaceAll('\t', '    ').replace(/\r\n|[\r\u2028\u2029\u0085]/g, '\n');
  // Signs that are put together from parts are drawn as they are meant only when they are one.
  return lines.toWellFormed().normalize('NFC').replace(UNDRAWABLE, '');
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${character} (U+${code})`;
}

function charactersOf(font: FontName): (character: number) => boolean {
  known ??= Object.fromEntries(readFonts().map(([name, bytes]) => [name, fontCharacters(bytes)])) as typeof known & {};
  return known[font];
}
