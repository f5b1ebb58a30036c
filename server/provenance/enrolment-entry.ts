import type { EnrolledKey } from '#db/queries/enrolment.ts';
import type { NewAuditEntry } from '#db/queries/insert-audit-entries.ts';

/** What the audit trail tells of a key that was enrolled, or renewed. */
export function enrolmentEntry({ id, keyId, name, publicKey, before }: EnrolledKey, days: number): NewAuditEntry {
  return {
    action: before === null ? 'partner_key.enrolled' : 'partner_key.renewed',
    subjectType: 'partner_key',
    subjectId: id,
    details: { keyId, name, days, publicKey: publicKey.toString('hex'), before: before?.toISOString() ?? null },
  };
}
