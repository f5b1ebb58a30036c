import type { Sql } from '#db/client.ts';
import { contentFromRow, IMAGE_COLUMNS } from '#db/row-image.ts';
import type { Own } from '#domain/clearance.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { classifiedSql } from './visible-definitions.ts';

const ofDefinition = IMAGE_COLUMNS.map((column) => `d.${column}`).join(', ');

export type SelectedItem = {
  position: number;
  definitionId: string;
  /** As the item has it. */
  term: string | null;
  /** The definition as it is now; null when it is gone or deleted. */
  present: {
    version: number;
    content: DefinitionContent;
    contentHash: string;
    identityKey: string;
    approvedBy: string | null;
    /** As text, so that no microsecond is lost. */
    approvedAt: string | null;
    /** A legal hold is on it. */
    held: boolean;
  } | null;
};

/** A run of the definitions a job is about, behind a position, each as it is now; -1 begins at the first. */
export async function readSelected(
  sql: Sql,
  job: Own & { id: string },
  after: number,
  limit: number,
): Promise<SelectedItem[]> {
  const { rows } = await sql.query(
    `SELECT i.position, i.definition_id AS item_definition_id, i.term AS item_term, ${ofDefinition}, d.version,
       d.approved_by, d.approved_at::text AS approved_at, d.holds > 0 AS held
     FROM job_items i
     LEFT JOIN definitions d ON d.id = i.definition_id AND d.organisation_id IS NOT DISTINCT FROM $2
       AND ${classifiedSql('$5')} AND d.deleted_at IS NULL
     WHERE i.job_id = $1 AND i.position > $3 ORDER BY i.position LIMIT $4`,
    [job.id, job.organisationId, after, limit, job.clearance],
  );
  return rows.map((row) => ({
    position: row.position,
    definitionId: row.item_definition_id,
    term: row.item_term,
    present: row.version === null ? null : presentOf(row),
  }));
}

function presentOf(row: Record<string, unknown>): NonNullable<SelectedItem['present']> {
  return {
    version: row.version as number,
    content: contentFromRow(row),
    contentHash: row.content_hash as string,
    identityKey: row.identity_key as string,
    approvedBy: row.approved_by as string | null,
    approvedAt: row.approved_at as string | null,
    held: row.held as boolean,
  };
}
