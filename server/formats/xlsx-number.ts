/** Number formats that a workbook names by number only (ECMA-376 part 1, 18.8.30), as far as they show digits their own way. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};
const GENERAL = 'General';
const DAY_MS = 86_400_000;
/** The spreadsheet's own 29 February 1900, which there never was: days before it count from one day later. */
const FIRST_TRUE_DAY = 60;
/** 9999-12-31, the last day there is. */
const LAST_DAY = 2_958_465;

/** The code of a format by its number; `own` are those the workbook defines. East Asian dates (27-36, 50-58) are dates too. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string {
  const code = own.get(id) ?? BUILT_IN[id];
  if (code !== undefined) return code;
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'yyyy-mm-dd' : GENERAL;
}

/**
 * A number as the text that the spreadsheet shows, as far as that does not depend on its language: the decimals and leading zeros
 * of its format, no signs for thousands, days as `2026-11-22`.
 */
export function numberText(stored: string, code: string, from1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  const section = bareSection(code);
  if (section === null) return generalText(value);
  if (/[ymdhs]/i.test(section.pattern)) return momentText(value, section.pattern, from1904) ?? generalText(value);
  return digitsText(value, section) ?? generalText(value);
}

/** Fifteen digits, which is all that a spreadsheet keeps. */
function generalText(value: number): string {
  return String(Number(value.toPrecision(15)));
}

type Section = { before: string; pattern: string; after: string };

/** The part of a format that is for positive numbers, with its literal texts taken apart; null where it says nothing. */
function bareSection(code: string): Section | null {
  if (code === GENERAL || code === '@' || code === '') return null;
  const section: Section = { before: '', pattern: '', after: '' };
  const literal = (text: string) => {
    if (section.pattern === '') section.before += text;
    else section.after += text;
  };
  const tokens = code.match(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|;|./gsu) ?? [];
  for (const token of tokens) {
    if (token === ';') break;
    if (token.startsWith('"')) literal(token.slice(1, -1));
    else if (token.startsWith('\\')) literal(token.slice(1));
    else if (token.startsWith('[')) section.pattern += /^\[[hms]+\]$/i.test(token) ? token : '';
    else if (!/^[_*]./.test(token)) section.pattern += token;
  }
  return section.pattern === '' || /general/i.test(section.pattern) ? null : section;
}

/** Digits, a point and a percent sign; anything more, such as fractions, is not for us. */
function digitsText(value: number, { before, pattern, after }: Section): string | null {
  const parts = /^\s*([#0?,]*)(?:\.([0#?]*))?\s*(%?)\s*$/.exec(pattern);
  if (!parts) return null;
  const [, whole = '', decimals = '', percent = ''] = parts;
  const shown = percent ? value * 100 : value;
  const fixed = Math.abs(Number(shown.toPrecision(15))).toFixed(Math.min(decimals.length, 20));
  const [units = '0', fraction = ''] = fixed.split('.');
  const optional = decimals.length - decimals.replace(/[#?]+$/, '').length;
  const kept = trimZeros(fraction, optional);
  const least = whole.replace(/[^0]/g, '').length;
  const digits = units.padStart(least, '0') + (kept ? `.${kept}` : '');
  return `${value < 0 ? '-' : ''}${before}${digits}${percent}${after}`;
}

function trimZeros(fraction: string, optional: number): string {
  let end = fraction.length;
  while (end > fraction.length - optional && fraction[end - 1] === '0') end -= 1;
  return fraction.slice(0, end);
}

function momentText(value: number, pattern: string, from1904: boolean): string | null {
  if (value < 0 || value > LAST_DAY) return null;
  const hasDay = /[yd]/i.test(pattern) || (/m/i.test(pattern) && !/[hs]/i.test(pattern));
  const hasTime = /[hs]/i.test(pattern);
  // Rounded to the millisecond: a time of day is a fraction that binary numbers only come near to.
  const ms = Math.round((value % 1) * DAY_MS);
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, value < FIRST_TRUE_DAY ? 31 : 30);
  const iso = new Date(epoch + Math.floor(value) * DAY_MS + ms).toISOString();
  const hasSeconds = /s/i.test(pattern) || iso.slice(17, 19) !== '00';
  const time = iso.slice(11, hasSeconds ? 19 : 16);
  if (!hasDay) return time;
  return hasTime && ms > 0 ? `${iso.slice(0, 10)} ${time}` : iso.slice(0, 10);
}
