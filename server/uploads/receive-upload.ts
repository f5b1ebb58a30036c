import type { Upload } from '#contract/uploads.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { registerUpload } from './register-upload.ts';
import { type IncomingUpload, storeUpload } from './store-upload.ts';

/** Takes in one file: first its bytes, then its row. A file whose row cannot be written is not kept. */
export async function receiveUpload(services: Services, actor: Actor, incoming: IncomingUpload): Promise<Upload> {
  const stored = await storeUpload(services, actor, incoming);
  try {
    return await registerUpload(services, actor, stored);
  } catch (error) {
    await services.storage.remove(stored.storageKey);
    throw error;
  }
}
