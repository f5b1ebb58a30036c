import { Readable } from 'node:stream';
import { z } from 'zod';
import {
  itemContentSchema,
  itemCorrectionSchema,
  planRepairRequestSchema,
  planRepairSchema,
} from '#contract/corrections.ts';
import { correctItem } from '#server/batches/correct-item.ts';
import { downloadErrorFile } from '#server/batches/download-error-file.ts';
import { readItemContent } from '#server/batches/read-item-content.ts';
import { repairItems } from '#server/batches/repair-items.ts';
import { ERROR_FILE_FORMATS } from '#server/error-file/error-file.ts';
import type { Services } from '#server/services.ts';
import { attachment } from './content-disposition.ts';
import { actorOf } from './door.ts';
import { type Api, addEndpoint } from './endpoint.ts';
import { versionIn } from './etag.ts';

const tag = 'Jobs';
const params = z.object({ id: z.uuid(), position: z.coerce.number().int().min(0).max(2_147_483_647) });

/** What goes wrong in an import, put right: item by item here, or in a file. */
export function addCorrections(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/items/{position}/content',
    tag,
    summary: 'The fields of an item of an import, as its file had them',
    params,
    answer: itemContentSchema,
    version: ({ revision }) => revision,
    handle: ({ actor, params: { id, position } }) => readItemContent(services, actor, id, position),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/jobs/{id}/items/{position}/content',
    tag,
    summary: 'Put an item right; the state seen goes into If-Match',
    params,
    body: itemCorrectionSchema,
    answer: itemContentSchema,
    version: ({ revision }) => revision,
    handle: ({ c, actor, params: { id, position }, body }) =>
      correctItem(services, actor, {
        jobId: id,
        position,
        revision: versionIn(c.req.header('If-Match')),
        input: body,
      }),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/jobs/{id}/repairs',
    tag,
    summary: 'Put the same thing right in every item of a plan that waits, or say what that would change',
    params: params.pick({ id: true }),
    body: planRepairRequestSchema,
    answer: planRepairSchema,
    handle: ({ actor, params: { id }, body }) => repairItems(services, actor, id, body),
  });
  for (const format of ERROR_FILE_FORMATS) addErrorFile(api, services, format);
}

function addErrorFile(api: Api, services: Services, format: (typeof ERROR_FILE_FORMATS)[number]): void {
  api.openapi(
    {
      method: 'get',
      path: `/api/v1/jobs/{id}/error-file.${format}`,
      tags: [tag],
      summary: `What failed, or will, to be corrected and uploaded again (${format.toUpperCase()})`,
      security: [{ session: [] }],
      request: { params: z.object({ id: z.uuid() }) },
      responses: { 200: { description: 'The file' }, 404: { description: 'Nothing in it failed' } },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { bytes, fileName, mediaType } = await downloadErrorFile(services, actorOf(c), id, format);
      const all = { 'Content-Type': mediaType, 'Cache-Control': 'private, no-store', ...attachment(fileName) };
      return c.body(Readable.toWeb(Readable.from(bytes)) as ReadableStream, 200, all);
    },
  );
}
