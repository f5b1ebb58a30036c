import type { Sql } from '#db/client.ts';
import type { Own } from '#domain/clearance.ts';
import type { Decision } from '#domain/plan.ts';
import { ownSql } from './visible-definitions.ts';

export type ChangedSince = {
  position: number;
  term: string | null;
  decision: Decision;
  code: 'stale_version' | 'identity_taken';
};

/**
 * The items of a plan for which something has changed since it was made: their definition has another version or is gone, or
 * there is one now where they would make one.
 */
export async function findChangedSince(
  sql: Sql,
  { jobId, organisationId, clearance }: Own & { jobId: string },
): Promise<ChangedSince[]> {
  const { rows } = await sql.query<ChangedSince>(
    `SELECT i.position, i.term, i.decision, 'stale_version' AS code FROM job_items i
     LEFT JOIN definitions d ON d.id = i.definition_id AND d.deleted_at IS NULL
     WHERE i.job_id = $1 AND i.base_version IS NOT NULL AND d.version IS DISTINCT FROM i.base_version
     UNION ALL
     SELECT i.position, i.term, i.decision, 'identity_taken' FROM job_items i
     JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     JOIN definitions d ON ${ownSql('$2', '$3')} AND d.identity_key = c.image ->> 'identity_key'
       AND d.status <> 'archived' AND d.deleted_at IS NULL
     WHERE i.job_id = $1 AND i.decision = 'new'
     ORDER BY position`,
    [jobId, organisationId, clearance],
  );
  return rows;
}
