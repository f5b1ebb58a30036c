import { isAscii, isUtf8 } from 'node:buffer';
import type { ArchiveLimits } from '#domain/archive-limits.ts';
import type { Finding } from '#domain/finding.ts';
import { type ExtraFields, unicodeText } from './extra-fields.ts';
import { refusal } from './refusal.ts';
import { EXTRA_UNICODE_NAME, FLAG_UTF8 } from './zip-format.ts';

const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** Control characters, and the marks that make a name read differently from how it is stored. */
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=[ .]*$|[ ]*\.)/i;
const DRIVE = /^[a-z]:/i;

/** How two names are compared: capitals and the spelling of accents make no difference, nor does a closing slash. */
export function foldName(name: string): string {
  const path = name.endsWith('/') ? name.slice(0, -1) : name;
  return path.toUpperCase().toLowerCase().normalize('NFC');
}

/**
 * The name of an entry in NFC, a folder's with its closing slash, or why there is none. Marked as UTF-8: must be UTF-8. Unmarked:
 * UTF-8 when it is valid (what macOS writes), otherwise CP437. A separate UTF-8 name must belong to this very name, and may only
 * add what the plain one cannot say.
 */
export function decodeName(raw: Buffer, flags: number, extra: ExtraFields): string | Finding {
  const field = extra.get(EXTRA_UNICODE_NAME);
  const marked = (flags & FLAG_UTF8) !== 0;
  if (field !== undefined) {
    const unicode = unicodeText(field, raw);
    const doubts = unicode === null || ((marked || isAscii(raw)) && !unicode.equals(raw));
    if (doubts) return refusal('archive_extra_field_invalid', { entry: fromCp437(raw) });
    if (!isUtf8(unicode)) return refusal('archive_name_not_utf8', { entry: fromCp437(raw) });
    return unicode.toString('utf8').normalize('NFC');
  }
  if (isAscii(raw)) return raw.toString('latin1');
  if (isUtf8(raw)) return raw.toString('utf8').normalize('NFC');
  return marked ? refusal('archive_name_not_utf8', { entry: fromCp437(raw) }) : fromCp437(raw);
}

function fromCp437(raw: Buffer): string {
  let text = '';
  for (const byte of raw) text += byte < 0x80 ? String.fromCharCode(byte) : CP437[byte - 0x80];
  return text;
}

/** Why a decoded name is refused; null when it is fine. The writer asks the same, so that it writes what it can read. */
export function checkName(name: string, limits: ArchiveLimits): Finding | null {
  const refuse = (code: Parameters<typeof refusal>[0], value?: string | number, limit?: number) =>
    refusal(code, {
      entry: name,
      ...(value === undefined ? {} : { value }),
      ...(limit === undefined ? {} : { limit }),
    });
  if (CONTROL.test(name)) return refuse('archive_name_control_character');
  if (name.includes('\\')) return refuse('archive_name_backslash');
  if (name.startsWith('/') || DRIVE.test(name)) return refuse('archive_path_absolute');
  const segments = (name.endsWith('/') ? name.slice(0, -1) : name).split('/');
  if (segments.includes('..')) return refuse('archive_path_traversal');
  if (segments.some((segment) => segment === '' || segment === '.')) return refuse('archive_name_invalid');
  if (segments.length > limits.depth) return refuse('archive_path_too_deep', segments.length, limits.depth);
  for (const segment of segments) {
    const bytes = Buffer.byteLength(segment);
    if (bytes > limits.segmentBytes) return refuse('archive_name_too_long', bytes, limits.segmentBytes);
    const reserved = RESERVED.exec(segment)?.[0];
    if (reserved !== undefined) return refuse('archive_name_reserved', reserved);
  }
  return null;
}
