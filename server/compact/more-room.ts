const BYTES = 8;
const LEAST = 1024;

/**
 * A buffer with a quarter more room that takes the bytes of another over, which is gone then: two of them would be in memory until a
 * collection.
 */
export function moreRoom(buffer: ArrayBuffer): ArrayBuffer {
  const words = buffer.byteLength / BYTES;
  return buffer.transfer((words + Math.max(words >>> 2, LEAST)) * BYTES);
}
