const bytes = (...values: number[]) => Buffer.from(values);

/** What each kind of archive begins with (or has a little further on). */
const MAGIC: readonly { kind: string; at: number; magic: Buffer }[] = [
  { kind: 'ZIP', at: 0, magic: bytes(0x50, 0x4b, 3, 4) },
  { kind: 'ZIP', at: 0, magic: bytes(0x50, 0x4b, 5, 6) },
  { kind: 'ZIP', at: 0, magic: bytes(0x50, 0x4b, 7, 8) },
  { kind: 'gzip', at: 0, magic: bytes(0x1f, 0x8b) },
  { kind: 'bzip2', at: 4, magic: Buffer.from('1AY&SY') },
  { kind: 'xz', at: 0, magic: bytes(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0) },
  { kind: '7-Zip', at: 0, magic: bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c) },
  { kind: 'RAR', at: 0, magic: Buffer.from('Rar!\x1a\x07', 'latin1') },
  { kind: 'Zstandard', at: 0, magic: bytes(0x28, 0xb5, 0x2f, 0xfd) },
  { kind: 'LZ4', at: 0, magic: bytes(0x04, 0x22, 0x4d, 0x18) },
  { kind: 'compress', at: 0, magic: bytes(0x1f, 0x9d) },
  { kind: 'cabinet', at: 0, magic: Buffer.from('MSCF\0\0\0\0', 'latin1') },
  { kind: 'ar', at: 0, magic: Buffer.from('!<arch>\n') },
  { kind: 'tar', at: 257, magic: Buffer.from('ustar') },
];

/** What kind of archive these contents are, by their first bytes; null when they are none. */
export function archiveKind(contents: Buffer): string | null {
  const found = MAGIC.find(({ at, magic }) => contents[at] === magic[0] && startsAt(contents, at, magic));
  return found?.kind ?? null;
}

function startsAt(contents: Buffer, at: number, magic: Buffer): boolean {
  return contents.subarray(at, at + magic.length).equals(magic);
}
