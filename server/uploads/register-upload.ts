import type { Upload } from '#contract/uploads.ts';
import { inTransaction } from '#db/client.ts';
import { earlierImports } from '#db/queries/earlier-imports.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertUpload } from '#db/queries/insert-upload.ts';
import type { Actor } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { lookAtUploadOrigin } from '#server/provenance/look-at-upload-origin.ts';
import type { Services } from '#server/services.ts';
import { lookAtUpload } from './look-at-upload.ts';
import type { StoredUpload } from './store-upload.ts';

const DAY_MS = 24 * 3600 * 1000;
/** Rows enough to see what a table is. */
const LOOKED_AT = 50;

/** Writes the row of a stored file, and says whether these very bytes have been here before and what became of them. */
export async function registerUpload(services: Services, actor: Actor, stored: StoredUpload): Promise<Upload> {
  await requireAction(services, actor, 'upload:create');
  const { organisationId, clearance } = actor;
  const { id, fileName, size, sha256 } = stored;
  const { detected } = await lookAtUpload(services, { ...stored, organisationId }, {}, LOOKED_AT);
  const provenance = await lookAtUploadOrigin(services, { ...stored, organisationId });
  return inTransaction(services.pool, async (sql) => {
    const earlier = await earlierImports(sql, { organisationId, clearance, sha256 });
    const expiresAt = new Date(Date.now() + services.config.limits.artifactExpiresDays * DAY_MS);
    const rest = { classification: clearance, provenance, createdBy: actor.id, expiresAt };
    await insertUpload(sql, { ...stored, organisationId, ...rest });
    await insertAuditEntries(sql, actor, [
      {
        action: 'upload.created',
        subjectType: 'upload',
        subjectId: id,
        newHash: sha256,
        details: {
          ...{ fileName, size, mediaType: stored.mediaType, alreadyUploaded: earlier.uploaded },
          ...{ signer: provenance.signer, key: provenance.key?.id ?? null },
        },
      },
    ]);
    const imports = earlier.imports.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() }));
    return { id, fileName, sha256, size, alreadyUploaded: earlier.uploaded, detected, provenance, imports };
  });
}
