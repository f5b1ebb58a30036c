import type { Sql } from '#db/client.ts';
import type { PartnerKind } from '#domain/provenance.ts';

export type PartnerKeyRow = {
  id: string;
  keyId: string;
  publicKey: Buffer;
  name: string;
  kind: PartnerKind;
  enrolledAt: Date;
  enrolledBy: string;
  validUntil: Date;
  renewedAt: Date | null;
  revokedAt: Date | null;
  revokedBy: string | null;
  revokedReason: string | null;
  /** By the clock of the database, as everything here. */
  expired: boolean;
};

const COLUMNS = `k.id, k.key_id AS "keyId", k.public_key AS "publicKey", k.name, k.kind, k.enrolled_at AS "enrolledAt",
  e.name AS "enrolledBy", k.valid_until AS "validUntil", k.renewed_at AS "renewedAt", k.revoked_at AS "revokedAt",
  r.name AS "revokedBy", k.revoked_reason AS "revokedReason", k.valid_until <= now() AS expired`;
const FROM = 'partner_keys k JOIN users e ON e.id = k.enrolled_by LEFT JOIN users r ON r.id = k.revoked_by';

/** The enrolled keys with these very bytes; those that are not enrolled are not among them. */
export async function findPartnerKeys(
  sql: Sql,
  organisationId: string,
  publicKeys: readonly Buffer[],
): Promise<PartnerKeyRow[]> {
  const { rows } = await sql.query<PartnerKeyRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE k.organisation_id = $1 AND k.public_key = ANY ($2::bytea[])`,
    [organisationId, publicKeys],
  );
  return rows;
}

/** Every key an organisation enrolled, by name. */
export async function listPartnerKeys(sql: Sql, organisationId: string): Promise<PartnerKeyRow[]> {
  const { rows } = await sql.query<PartnerKeyRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE k.organisation_id = $1 ORDER BY lower(k.name), k.enrolled_at`,
    [organisationId],
  );
  return rows;
}

/** Revokes a key for good; false when it was revoked before, or is not theirs. */
export async function revokePartnerKey(
  sql: Sql,
  { id, organisationId }: { id: string; organisationId: string },
  { by, reason }: { by: string; reason: string },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE partner_keys SET revoked_at = now(), revoked_by = $3, revoked_reason = $4
     WHERE id = $1 AND organisation_id = $2 AND revoked_at IS NULL`,
    [id, organisationId, by, reason],
  );
  return rowCount === 1;
}

/** Which of these this installation itself signs with, or signed with; in hexadecimal digits. */
export async function findOwnKeys(sql: Sql, publicKeys: readonly Buffer[]): Promise<Set<string>> {
  const { rows } = await sql.query<{ key: string }>(
    `SELECT encode(public_key, 'hex') AS key FROM audit_keys WHERE public_key = ANY ($1::bytea[])`,
    [publicKeys],
  );
  return new Set(rows.map(({ key }) => key));
}
