import { hash } from 'node:crypto';

/** The namespace that RFC 9562 gives for names that are URLs. */
const URL_NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** The same id for the same name, always and everywhere (RFC 9562, version 5). */
export function uuidV5(name: string): string {
  const bytes = hash('sha1', Buffer.concat([URL_NAMESPACE, Buffer.from(name)]), 'buffer').subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
