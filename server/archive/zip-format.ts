/** The numbers of the ZIP format (APPNOTE 6.3), shared by the reader and the writer. */

export const LOCAL_SIGNATURE = 0x04034b50;
export const DESCRIPTOR_SIGNATURE = 0x08074b50;
export const CENTRAL_SIGNATURE = 0x02014b50;
export const END_SIGNATURE = 0x06054b50;
export const ZIP64_END_SIGNATURE = 0x06064b50;
export const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;

/** Lengths of the fixed parts, in bytes. */
export const LOCAL_LENGTH = 30;
export const CENTRAL_LENGTH = 46;
export const END_LENGTH = 22;
export const ZIP64_END_LENGTH = 56;
export const ZIP64_LOCATOR_LENGTH = 20;

export const STORED = 0;
export const DEFLATED = 8;
/** Not a real method: the sign of WinZip's AES encryption. */
export const AES_METHOD = 99;

export const FLAG_ENCRYPTED = 1 << 0;
export const FLAG_DESCRIPTOR = 1 << 3;
export const FLAG_PATCH_DATA = 1 << 5;
export const FLAG_STRONG_ENCRYPTION = 1 << 6;
export const FLAG_UTF8 = 1 << 11;
export const FLAG_MASKED_HEADERS = 1 << 13;

/** A field with this value has its real value in the zip64 record or extra field. */
export const MAX_UINT16 = 0xffff;
export const MAX_UINT32 = 0xffffffff;

export const EXTRA_ZIP64 = 0x0001;
export const EXTRA_TIMES = 0x5455;
export const EXTRA_UNICODE_NAME = 0x7075;
export const EXTRA_UNICODE_COMMENT = 0x6375;

/** Reads a 64-bit number; anything beyond 2^53 becomes Infinity, which no limit and no comparison lets through. */
export function readUint64(bytes: Buffer, offset: number): number {
  const value = bytes.readUInt32LE(offset + 4) * 2 ** 32 + bytes.readUInt32LE(offset);
  return Number.isSafeInteger(value) ? value : Number.POSITIVE_INFINITY;
}

/** What a program must understand to extract: deflate (2.0), or zip64 (4.5). */
export const VERSION_NEEDED = 20;
export const VERSION_NEEDED_ZIP64 = 45;
/** 1980-01-01 00:00, the first moment the format knows: time in the low, date in the high half. */
export const FIXED_DATE_TIME = 0x00210000;

export function writeUint64(bytes: Buffer, value: number, offset: number): void {
  bytes.writeUInt32LE(value % 2 ** 32, offset);
  bytes.writeUInt32LE(Math.floor(value / 2 ** 32), offset + 4);
}
