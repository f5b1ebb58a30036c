import type { Readable } from 'node:stream';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { readHead } from './read-head.ts';
import { sniffMediaType } from './sniff-media-type.ts';

/** Enough to tell an archive from a text. */
const HEAD_BYTES = 1024;
const MB = 1024 * 1024;

export type IncomingUpload = {
  fileName: string;
  /** Bytes announced by the sender; null when it did not say. */
  expectedSize: number | null;
  body: Readable;
};

/** A file that is on disk, whole, and that no row tells of yet. */
export type StoredUpload = {
  id: string;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  storageKey: string;
};

/**
 * Streams a file to the storage, in constant memory, and judges it by its first bytes. What is refused or cut off leaves nothing.
 * @throws Problem `upload_empty`, `upload_too_large`, `upload_cut_off`, `upload_unsupported`
 */
export async function storeUpload(services: Services, actor: Actor, incoming: IncomingUpload): Promise<StoredUpload> {
  await requireAction(services, actor, 'upload:create');
  const { fileName, expectedSize, body } = incoming;
  if (expectedSize === 0) throw new Problem('upload_empty');
  const bytes = counted(body, expectedSize, services.config.limits.maxUploadBytes);
  const { head, whole } = await readHead(bytes, HEAD_BYTES);
  if (head.length === 0) throw new Problem('upload_empty');
  const mediaType = sniffMediaType(head, fileName);
  if (mediaType === null) throw new Problem('upload_unsupported');
  const id = uuidV7();
  const storageKey = `uploads/${actor.organisationId}/${id}`;
  const written = await services.storage.write(storageKey, whole);
  return { id, fileName, mediaType, storageKey, ...written };
}

/** Passes bytes on; stops at the limit, and says so when fewer arrive than were announced. */
async function* counted(body: Readable, expected: number | null, limit: number): AsyncIterable<Uint8Array> {
  const tooLarge = () =>
    new Problem('upload_too_large', { limit: limit >= MB ? `${Math.floor(limit / MB)} MB` : `${limit} bytes` });
  if (expected !== null && expected > limit) throw tooLarge();
  let received = 0;
  const cutOff = () => new Problem('upload_cut_off', { received, expected: expected ?? '?' });
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      received += (chunk as Uint8Array).length;
      if (received > limit) throw tooLarge();
      yield chunk as Uint8Array;
    }
  } catch (error) {
    throw isHangUp(error) ? cutOff() : error;
  }
  if (expected !== null && received !== expected) throw cutOff();
}

function isHangUp(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', 'EPIPE'].includes(code);
}
