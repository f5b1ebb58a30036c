import type { AuditKeyRow } from '#db/queries/audit-blocks.ts';
import { endorsementMessage, isSigned, keyIdOf } from '#server/seal/keys.ts';

/**
 * The public keys that may have sealed, by id. The key that is here is trusted, and so are those before it: what they sealed hangs
 * in the chain of what came after. One that came later must have been vouched for by the one before it.
 */
export function trustedKeys(rows: readonly AuditKeyRow[], ownKeyId: string | null): Map<string, AuditKeyRow> {
  const trusted = new Map<string, AuditKeyRow>();
  const own = rows.findIndex(({ id }) => id === ownKeyId);
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    const vouchedFor =
      before !== undefined &&
      trusted.has(before.id) &&
      row.endorsement !== null &&
      isSigned(before.publicKey, endorsementMessage(row), row.endorsement);
    if (keyIdOf(row.publicKey) === row.id && (index <= own || index === 0 || vouchedFor)) trusted.set(row.id, row);
  }
  return trusted;
}
