import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { generateFiles } from '#db/seed/generate-files.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { receiveUpload } from '#server/uploads/receive-upload.ts';

/** Uploads bytes as a person would; answers the upload's id. */
export async function uploadBytes(services: Services, actor: Actor, fileName: string, bytes: Buffer): Promise<string> {
  const body = Readable.from([bytes]);
  const upload = await receiveUpload(services, actor, { fileName, expectedSize: bytes.length, body });
  return upload.id;
}

/** Uploads files in one archive, made by a ZIP library that is not ours. */
export async function uploadZip(
  services: Services,
  actor: Actor,
  files: Record<string, string | Buffer>,
): Promise<string> {
  const zip = new JSZip();
  for (const [name, contents] of Object.entries(files)) zip.file(name, contents);
  const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  return uploadBytes(services, actor, 'definities.zip', bytes);
}

/** Uploads definitions that were made up, the same ones for the same seed. */
export function uploadGenerated(services: Services, actor: Actor, count: number, seed: number): Promise<string> {
  const files = [...generateFiles({ count, seed })].map(({ name, text }) => [name, text] as const);
  return uploadZip(services, actor, Object.fromEntries(files));
}
