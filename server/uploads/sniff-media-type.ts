import { importExtension } from '#domain/import-kinds.ts';

const ZIP = [0x50, 0x4b];
/** A local file header, or the end record of an archive without files. */
const ZIP_CONTINUES = [
  [0x03, 0x04],
  [0x05, 0x06],
];
const UTF_16_BOM = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
/** What a file without an extension begins with, to be read at all. */
const BEGINNINGS: readonly [RegExp, string][] = [
  [/^\s*[[{]/, 'application/json'],
  [/^\s*<(?:\?xml|tbx|martif|rdf:RDF)[\s>]/, 'application/xml'],
  [/^\s*(?:@prefix|@base|PREFIX)\s/, 'text/turtle'],
  [/^---\s/, 'application/yaml'],
];

/**
 * The media type of a file by its first bytes and its name, or null when it is none that an import reads; that is refused before it
 * is kept. The name alone proves nothing: how the file is read is judged by its contents.
 */
export function sniffMediaType(head: Uint8Array, fileName: string): string | null {
  const startsWith = (bytes: readonly number[], at = 0) => bytes.every((byte, index) => head[at + index] === byte);
  const named = importExtension(fileName);
  const hasExtension = /\.[a-z0-9]{1,8}$/i.test(fileName);
  if (startsWith(ZIP) && ZIP_CONTINUES.some((bytes) => startsWith(bytes, ZIP.length))) {
    if (named?.kind === 'xlsx') return named.mediaType;
    return /\.zip$/i.test(fileName) || !hasExtension ? 'application/zip' : null;
  }
  const wide = UTF_16_BOM.some((bytes) => startsWith(bytes));
  if (head.includes(0) && !wide) return null;
  if (named) return named.kind === 'xlsx' ? null : named.mediaType;
  // Some programs save tables as .txt; in a folder such a file is mostly something to read.
  if (/\.txt$/i.test(fileName)) return 'text/csv';
  if (hasExtension) return null;
  const start = Buffer.from(head)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  return BEGINNINGS.find(([form]) => form.test(start))?.[1] ?? null;
}
