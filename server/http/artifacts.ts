import { Readable } from 'node:stream';
import { z } from 'zod';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import { type OpenArtifact, openArtifact } from '#server/uploads/open-artifact.ts';
import { attachment } from './content-disposition.ts';
import { actorOf, type DoorContext } from './door.ts';
import type { Api } from './endpoint.ts';
import { problemResponse } from './error-response.ts';
import { matchesEtag } from './etag.ts';
import { readRange } from './read-range.ts';

export function addArtifacts(api: Api, services: Services): void {
  api.openapi(
    {
      method: 'get',
      path: '/api/v1/artifacts/{id}',
      tags: ['Artifacts'],
      summary: 'Download a file that a job produced, whole or in part',
      security: [{ session: [] }],
      request: { params: z.object({ id: z.uuid() }) },
      responses: {
        200: { description: 'The file' },
        206: { description: 'The part asked for' },
        304: { description: 'You have it already' },
        410: { description: 'Expired' },
        416: { description: 'There is no such part' },
      },
    },
    async (c) => answer(c, await openArtifact(services, actorOf(c), c.req.valid('param').id)),
  );
}

async function answer(c: DoorContext, artifact: OpenArtifact): Promise<Response> {
  const etag = `"${artifact.sha256}"`;
  const headers = {
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
    'Content-Type': artifact.mediaType,
    ...attachment(artifact.fileName),
  };
  if (matchesEtag(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers);
  const range = rangeOf(c, artifact.size, etag);
  if (range === 'unsatisfiable') return unsatisfiable(c, artifact.size);
  const length = range ? range.end - range.start + 1 : artifact.size;
  const partial = range ? { 'Content-Range': `bytes ${range.start}-${range.end}/${artifact.size}` } : {};
  const all = { ...headers, ...partial, 'Content-Length': String(length) };
  // Asking how large it is, is not a download.
  if (c.req.method === 'HEAD') return c.body(null, 200, all);
  const bytes = await artifact.read(range);
  return c.body(Readable.toWeb(bytes) as ReadableStream, range ? 206 : 200, all);
}

/** `If-Range`: a part only of the very file the client has the rest of. */
function rangeOf(c: DoorContext, size: number, etag: string) {
  const condition = c.req.header('If-Range');
  if (condition !== undefined && condition !== etag) return null;
  return readRange(c.req.header('Range'), size);
}

function unsatisfiable(c: DoorContext, size: number): Response {
  const response = problemResponse(new Problem('range_not_satisfiable'), c.get('locale'), c.req.path);
  response.headers.set('Content-Range', `bytes */${size}`);
  return response;
}
