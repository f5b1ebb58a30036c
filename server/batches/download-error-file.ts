import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { countErrorItems } from '#db/queries/staged-items.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { type ErrorFileFormat, errorFile } from '#server/error-file/error-file.ts';
import type { KeepBytes } from '#server/formats/write-xlsx.ts';
import type { Services } from '#server/services.ts';
import { visibleJob } from './visible-job.ts';

const MEDIA_TYPE: Readonly<Record<ErrorFileFormat, string>> = {
  zip: 'application/zip',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export type ErrorDownload = { fileName: string; mediaType: string; bytes: AsyncIterable<Uint8Array> };

/**
 * The items of an import that failed, or will when its plan is carried out, made as it is asked for: also while the plan waits.
 * @throws Problem `not_found`, `not_allowed`, `not_supported`, `no_error_file`
 */
export async function downloadErrorFile(
  services: Services,
  actor: Actor,
  jobId: string,
  format: ErrorFileFormat,
): Promise<ErrorDownload> {
  await requireAction(services, actor, 'artifact:download', { type: 'job', id: jobId });
  const job = await visibleJob(services, actor, jobId);
  if (job.operation !== 'import') throw new Problem('not_supported');
  const count = await countErrorItems(services.pool, jobId);
  if (count === 0) throw new Problem('no_error_file');
  const bytes = errorFile(services.pool, jobId, format, keepFor(services));
  await insertAuditEntries(services.pool, actor, [
    {
      action: 'error_file.downloaded',
      subjectType: 'job',
      subjectId: jobId,
      jobId,
      details: { format, items: count },
    },
  ]);
  return { fileName: `lexport-fouten-${jobId}.${format}`, mediaType: MEDIA_TYPE[format], bytes: await bytes };
}

/** A sheet goes through the file storage while it is made: in memory it could be too much. It is gone once it was read. */
function keepFor({ storage }: Services): KeepBytes {
  return async (bytes) => {
    const key = `temporary/${uuidV7()}`;
    try {
      await storage.write(key, bytes);
    } catch (error) {
      await storage.remove(key).catch(() => {});
      throw error;
    }
    return {
      async *read() {
        try {
          yield* storage.read(key);
        } finally {
          await storage.remove(key);
        }
      },
    };
  };
}
