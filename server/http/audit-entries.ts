import { Readable } from 'node:stream';
import { z } from 'zod';
import { auditFilterSchema, auditPageSchema, auditQuerySchema } from '#contract/audit.ts';
import { exportTrail } from '#server/audit/export-trail.ts';
import { listAuditEntries } from '#server/audit/list-audit-entries.ts';
import type { LineFormat } from '#server/seal/audit-lines.ts';
import type { Services } from '#server/services.ts';
import { attachment } from './content-disposition.ts';
import { actorOf } from './door.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Audit';

const MEDIA_TYPES: Readonly<Record<LineFormat, string>> = {
  jsonl: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

export function addAuditEntries(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/audit-entries',
    tag,
    summary: 'Who did what to which thing, newest first',
    query: auditQuerySchema,
    answer: auditPageSchema,
    handle: ({ actor, query }) => listAuditEntries(services, actor, query),
  });
  addExport(api, services, 'jsonl', 'The audit trail as JSON Lines, with what it takes to verify it (npm run verify)');
  addExport(api, services, 'csv', 'The audit trail as CSV, with what it takes to verify it (npm run verify)');
}

function addExport(api: Api, services: Services, format: LineFormat, summary: string): void {
  api.openapi(
    {
      method: 'get',
      path: `/api/v1/audit-entries.${format}`,
      tags: [tag],
      summary,
      security: [{ session: [] }],
      request: { query: auditFilterSchema },
      responses: {
        200: { description: 'The file, oldest first', content: { [MEDIA_TYPES[format]]: { schema: z.string() } } },
      },
    },
    async (c) => {
      const asked = c.req.valid('query');
      const pieces = await exportTrail(services, actorOf(c), { format, asked });
      const headers = {
        'Content-Type': MEDIA_TYPES[format],
        'Cache-Control': 'private, no-store',
        ...attachment(`audit.${format}`),
      };
      return c.body(Readable.toWeb(Readable.from(pieces)) as ReadableStream, 200, headers) as never;
    },
  );
}
