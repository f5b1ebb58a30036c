import type { Location } from '#domain/finding.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { decodeText } from './decode-text.ts';
import { fieldTarget } from './field-names.ts';
import type { Format } from './format.ts';
import { isConcepts, markdownConcepts } from './markdown-concepts.ts';
import { markdownPages } from './markdown-pages.ts';
import { readsText } from './open-text.ts';

/** Definitions in Markdown: a page each, with front matter, or a framework of concepts under headings. */
export const markdown: Format = { name: 'markdown', detect, read: readsText(records) };

const SAMPLE = 64 * 1024;
const FRONT_MATTER = /^---[ \t\r]*\n((?:[^\n]*\n)*?)---[ \t\r]*\n\s*([^\n]*)/;
const KEY = /^([\p{L}_]+):(?:\s|$)/u;

function detect(bytes: Uint8Array, fileName: string): number {
  const isNamed = /\.(?:md|markdown)$/i.test(fileName);
  const { text } = decodeText(bytes.subarray(0, SAMPLE), { fallback: 'windows-1252' });
  if (text === null || text.includes('\u0000') || /^\s*[<{[]|^%PDF|^PK/.test(text)) return 0;
  if (isNamed) return 1;
  const [, head = '', after = ''] = FRONT_MATTER.exec(text) ?? [];
  const known = new Set(head.split('\n').map((line) => fieldTarget(KEY.exec(line)?.[1] ?? '')?.target.field));
  // A name there would be the next document of YAML.
  if (known.has('term') && known.size > 2 && !KEY.test(after)) return 0.75;
  return isConcepts(text) ? 0.6 : 0;
}

function records(whole: string, file: Location): Iterable<RawRecord> {
  const text = whole.replaceAll('\r\n', '\n');
  return text.startsWith('---') ? markdownPages(text, file) : markdownConcepts(text, file);
}
