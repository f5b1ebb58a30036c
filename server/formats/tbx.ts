import type { Finding, Location } from '#domain/finding.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { decodeText } from './decode-text.ts';
import { DEFAULT_READ_LIMITS, type Format, type ReadLimits } from './format.ts';
import { atMost, openText } from './open-text.ts';
import { type TbxHead, tbxEntries } from './tbx-entries.ts';
import { ownTbxRecord } from './tbx-own.ts';
import { tbxRecord } from './tbx-record.ts';

/** Term bases in TBX (ISO 30042): the third edition in both styles, and the second edition's MARTIF. */
export const tbx: Format = { name: 'tbx', detect, read };

const ROOT = /<(?:[\w.-]+:)?(?:tbx|martif)[\s>]/;
const SAMPLE = 16 * 1024;
const DECLARED = /^[^<]{0,3}<\?xml[^>]{0,100}encoding=["'](?:iso-8859-1|latin1|windows-1252|us-ascii)["']/i;

function detect(bytes: Uint8Array, fileName: string): number {
  const isNamed = /\.(?:tbx|tbxm|mtf)$/i.test(fileName);
  const { text } = decodeText(bytes.subarray(0, SAMPLE), { fallback: 'windows-1252' });
  if (text === null || text.includes('\u0000')) return 0;
  if (ROOT.test(text.replace(/<!--[\s\S]*?-->/g, ''))) return 1;
  return isNamed && /^\s*(?:<|$)/.test(text) ? 0.8 : 0;
}

function* read(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Generator<RawRecord, void> {
  const file: Location = { file: fileName };
  const opened = openText(asUtf8(bytes), file, limits);
  if ('failure' in opened) {
    yield opened.failure;
    return;
  }
  const terms = termsById(opened.text, file);
  const head = newHead();
  const found = records(opened.text, file, head, (id) => terms.get(id));
  yield* withRemarks(atMost(found, file, limits), head, file);
}

/** What XML says of its encoding counts when it is not UTF-8. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  return DECLARED.test(start) ? Buffer.from(new TextDecoder('windows-1252').decode(bytes)) : bytes;
}

function newHead(): TbxHead {
  return { root: null, language: '', isOurs: false, hasDoctype: false, remarks: [] };
}

/** The term of each entry by its id, when entries refer to one another at all. */
function termsById(text: string, file: Location): Map<string, string> {
  const terms = new Map<string, string>();
  if (!text.includes('crossReference')) return terms;
  const head = newHead();
  for (const piece of tbxEntries(text, head)) {
    const id = 'entry' in piece ? piece.entry.attributes.id : undefined;
    if (id === undefined || !('entry' in piece)) continue;
    const { term } = tbxRecord(piece.entry, file, head.language, () => undefined).fields;
    if (typeof term === 'string') terms.set(id, term);
  }
  return terms;
}

function* records(
  text: string,
  file: Location,
  head: TbxHead,
  termOf: (id: string) => string | undefined,
): Generator<RawRecord, void> {
  for (const piece of tbxEntries(text, head)) {
    if (!('entry' in piece)) yield failedRecord({ ...file, line: piece.line }, piece.code, { line: piece.line });
    else if (head.root !== 'tbx' && head.root !== 'martif') continue;
    else if (head.isOurs) yield ownTbxRecord(piece.entry, file);
    else yield tbxRecord(piece.entry, file, head.language, termOf);
  }
}

/** What was wrong around the entries travels with the first of them. */
function* withRemarks(records: Iterable<RawRecord>, head: TbxHead, file: Location): Generator<RawRecord, void> {
  let isFirst = true;
  for (const record of records) {
    if (isFirst) record.findings.unshift(...remarksOf(head, file));
    isFirst = false;
    yield record;
  }
}

function remarksOf({ remarks, hasDoctype }: TbxHead, file: Location): Finding[] {
  const found: Finding[] = remarks.map(({ code, line }) => ({
    code,
    severity: 'warning',
    location: { ...file, line },
    params: { line },
  }));
  if (hasDoctype) found.unshift({ code: 'doctype_passed_over', severity: 'info', location: file });
  return found;
}
