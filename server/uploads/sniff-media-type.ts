/** What an import can read; anything else is refused before it is kept. */
export type UploadMediaType = 'application/zip' | 'application/json' | 'text/csv' | typeof XLSX;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const ZIP = [0x50, 0x4b];
/** A local file header, or the end record of an archive without files. */
const ZIP_CONTINUES = [
  [0x03, 0x04],
  [0x05, 0x06],
];
const TEXT_EXTENSIONS = /\.(csv|tsv|txt)$/i;
const UTF_16_BOM = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** The kind of a file by its first bytes and its name, or null when it is none of ours. The name alone proves nothing. */
export function sniffMediaType(head: Uint8Array, fileName: string): UploadMediaType | null {
  const startsWith = (bytes: readonly number[], at = 0) => bytes.every((byte, index) => head[at + index] === byte);
  if (startsWith(ZIP) && ZIP_CONTINUES.some((bytes) => startsWith(bytes, ZIP.length))) {
    if (/\.xls[xm]$/i.test(fileName)) return XLSX;
    return /\.zip$/i.test(fileName) || !/\.[a-z0-9]{2,5}$/i.test(fileName) ? 'application/zip' : null;
  }
  const wide = UTF_16_BOM.some((bytes) => startsWith(bytes));
  if (head.includes(0) && !wide) return null;
  if (/\.json$/i.test(fileName)) return 'application/json';
  if (TEXT_EXTENSIONS.test(fileName)) return 'text/csv';
  const named = /\.[a-z0-9]{1,5}$/i.test(fileName);
  return !named && /^(\uFEFF|ï»¿)?\s*[[{]/.test(Buffer.from(head).toString('latin1')) ? 'application/json' : null;
}
