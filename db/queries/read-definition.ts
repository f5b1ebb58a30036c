import type { Sql } from '#db/client.ts';
import { type Assessment, contentFromRow } from '#db/row-image.ts';
import type { Sight } from '#domain/clearance.ts';
import type { DefinitionContent, Visibility } from '#domain/definition.ts';
import { binder } from './definition-filter.ts';
import { visibleSql } from './visible-definitions.ts';

export type StoredDefinition = {
  id: string;
  organisation: { id: string; name: string };
  content: DefinitionContent;
  assessment: Assessment;
  contentHash: string;
  identityKey: string;
  version: number;
  createdAt: Date;
  createdBy: string | null;
  updatedAt: Date;
  updatedBy: string | null;
  deletedAt: Date | null;
  deletedBy: string | null;
  visibility: Visibility;
  sharedWith: { id: string; name: string }[];
  /** Oldest first. */
  holds: { matter: string; reason: string; placedBy: string; placedAt: string }[];
};

type Options = {
  /** Keeps others from changing it until the end of the transaction. */
  lock?: boolean;
};

/** One definition with the names of who made and last changed it, of what this sight has. */
export async function readDefinition(
  sql: Sql,
  id: string,
  sight: Sight,
  { lock = false }: Options = {},
): Promise<StoredDefinition | null> {
  const params: unknown[] = [id];
  const visible = visibleSql(sight, binder(params));
  const { rows } = await sql.query(
    `SELECT d.*, o.name AS organisation_name, maker.name AS maker_name, changer.name AS changer_name,
       deleter.name AS deleter_name, (
         SELECT coalesce(jsonb_agg(jsonb_build_object('matter', h.matter, 'reason', h.reason, 'placedBy', holder.name,
           'placedAt', to_char(h.placed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY h.placed_at), '[]')
         FROM definition_holds h JOIN users holder ON holder.id = h.placed_by WHERE h.definition_id = d.id) AS legal_holds, (
         SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) ORDER BY s.name), '[]')
         FROM organisations s WHERE s.id = ANY (d.shared_with)) AS shared_names
     FROM definitions d JOIN organisations o ON o.id = d.organisation_id
       LEFT JOIN users maker ON maker.id = d.created_by LEFT JOIN users changer ON changer.id = d.updated_by
       LEFT JOIN users deleter ON deleter.id = d.deleted_by
     WHERE d.id = $1 AND ${visible}${lock ? ' FOR UPDATE OF d' : ''}`,
    params,
  );
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    content: contentFromRow(row),
    assessment: {
      verdict: row.verdict,
      qualityScore: row.quality_score,
      categoryScores: row.category_scores,
      ruleSetVersion: row.rule_set_version,
      findings: row.findings,
    },
    contentHash: row.content_hash,
    identityKey: row.identity_key,
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.maker_name,
    updatedAt: row.updated_at,
    updatedBy: row.changer_name,
    deletedAt: row.deleted_at,
    deletedBy: row.deleter_name,
    visibility: row.visibility,
    sharedWith: row.shared_names,
    holds: row.legal_holds,
  };
}
