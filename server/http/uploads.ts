import { basename } from 'node:path/posix';
import { z } from 'zod';
import { sourcePageSchema, sourceQuerySchema } from '#contract/history.ts';
import { readChoicesSchema, uploadPreviewSchema } from '#contract/reading.ts';
import { uploadSchema } from '#contract/uploads.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import { listSources } from '#server/uploads/list-sources.ts';
import { previewUpload } from '#server/uploads/preview-upload.ts';
import { registerUpload } from '#server/uploads/register-upload.ts';
import { storeUpload } from '#server/uploads/store-upload.ts';
import { answerOnce, type OnceAnswer } from './answer-once.ts';
import { actorOf, type DoorContext } from './door.ts';
import { type Api, addEndpoint } from './endpoint.ts';

export const UPLOADS_PATH = '/api/v1/uploads';
const MAX_NAME = 255;

export function addUploads(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/uploads',
    tag: 'Uploads',
    summary: 'The files that came in, with the imports each was used for; by their bytes or by name',
    query: sourceQuerySchema,
    answer: sourcePageSchema,
    handle: ({ actor, query }) => listSources(services, actor, query),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/uploads/{id}/previews',
    tag: 'Uploads',
    summary:
      'How a file would come in, read with these choices: what it is, its columns, its first rows with their checks',
    params: z.object({ id: z.uuid() }),
    body: readChoicesSchema,
    answer: uploadPreviewSchema,
    handle: ({ actor, params, body }) => previewUpload(services, actor, params.id, body),
  });
  api.openapi(
    {
      method: 'post',
      path: UPLOADS_PATH,
      tags: ['Uploads'],
      summary: 'Send one ZIP, JSON or CSV file as it is',
      security: [{ session: [] }],
      request: {
        headers: z.object({ 'x-file-name': z.string().describe('Percent-encoded').optional() }),
        body: { content: { 'application/octet-stream': { schema: z.string() } } },
      },
      responses: { 201: { description: 'Kept', content: { 'application/json': { schema: uploadSchema } } } },
    },
    async (c) => (await receive(c, services)) as never,
  );
}

/** The bytes first, in constant memory; what is answered, and whether anything is kept, depends on what they are. */
async function receive(c: DoorContext, services: Services): Promise<Response> {
  const actor = actorOf(c);
  const fileName = fileNameOf(c.req.header('X-File-Name'));
  const length = c.req.header('Content-Length');
  const expectedSize = length === undefined ? null : Number(length);
  const stored = await storeUpload(services, actor, { fileName, expectedSize, body: c.env.incoming });
  let kept = false;
  try {
    const register = async (): Promise<OnceAnswer> => {
      const upload = await registerUpload(services, actor, stored);
      kept = true;
      return { status: 201, json: JSON.stringify(upload), headers: {} };
    };
    const key = c.req.header('Idempotency-Key');
    const request = [c.req.path, fileName, stored.sha256];
    const answer =
      key === undefined ? await register() : (await answerOnce(services, actor, { key, request }, register)).answer;
    return c.body(answer.json, 201, { 'Content-Type': 'application/json' });
  } finally {
    if (!kept) await services.storage.remove(stored.storageKey);
  }
}

/** The name as the person knows it: without folders and without signs that break lines or logs. */
function fileNameOf(header: string | undefined): string {
  const name = decode(header ?? 'upload').replaceAll('\\', '/');
  return (
    basename(name)
      .replace(/\p{Cc}/gu, '')
      .normalize('NFC')
      .slice(0, MAX_NAME) || 'upload'
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Problem('invalid_request', {}, [
      { path: 'X-File-Name', code: 'invalid_format', message: 'Percent-encoded UTF-8.' },
    ]);
  }
}
