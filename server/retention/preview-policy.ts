import { type RetentionPreview, type RetentionPreviewRequest, SAMPLE } from '#contract/retention.ts';
import { readApprovalSettings } from '#db/queries/approval-settings.ts';
import { countDue, listDue } from '#db/queries/due-definitions.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { findRetentionPolicy } from '#db/queries/retention-policies.ts';
import type { Actor } from '#domain/access.ts';
import { approvalKindOf, needsApproval } from '#domain/approval-rules.ts';
import { sightOfOwn } from '#domain/clearance.ts';
import { Problem } from '#domain/errors.ts';
import { NEEDS_APPROVAL } from '#domain/operation-names.ts';
import { operationOf } from '#domain/retention.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { BYTE_ORDER_MARK, csvLine } from '#server/formats/csv-line.ts';
import type { Services } from '#server/services.ts';
import { dueOf } from './due-of.ts';

/** What a policy would do at this moment: how many definitions, which, and how many stay for a legal hold. Nothing happens. */
export async function previewPolicy(
  services: Services,
  actor: Actor,
  { action, criteria }: RetentionPreviewRequest,
): Promise<RetentionPreview> {
  await requireAction(services, actor, 'retention:manage');
  const { pool } = services;
  const { organisationId } = actor;
  const selection = dueOf(action, criteria);
  const sight = sightOfOwn(actor);
  const { established, ...counts } = await countDue(pool, selection, sight);
  const sample = await listDue(pool, { selection, sight, ageOf: criteria.ageOf }, SAMPLE);
  const operation = operationOf(action);
  const kind = approvalKindOf(operation, { action });
  const rule = kind && (await readApprovalSettings(pool, organisationId)).rules[kind];
  return {
    ...counts,
    needsApproval:
      counts.due > 0 &&
      (NEEDS_APPROVAL.includes(operation) || (rule ? needsApproval(rule, { items: counts.due, established }) : false)),
    sample: sample.map((one) => ({ ...one, since: one.since.toISOString() })),
  };
}

const HEADER = ['id', 'term', 'status', 'classificatie', 'telt sinds', 'wat er gebeurt'];
/** What happens, as the list says it. */
const WORDS = {
  archive: 'archiveren',
  delete: 'verwijderen',
  anonymise: 'namen wissen',
  erase: 'definitief verwijderen',
};

/** Everything a policy would be done with at this moment, as CSV, and what stays for a legal hold; told in the audit trail. */
export async function dueToCsv(services: Services, actor: Actor, id: string): Promise<string> {
  const subject = { type: 'retention_policy', id };
  await requireAction(services, actor, 'retention:manage', subject);
  const { pool, config } = services;
  const { organisationId } = actor;
  const policy = await findRetentionPolicy(pool, id, organisationId);
  if (!policy) throw new Problem('not_found');
  const { action, criteria } = policy;
  const due = { selection: dueOf(action, criteria), sight: sightOfOwn(actor), ageOf: criteria.ageOf };
  const rows = await listDue(pool, due, config.limits.maxItems);
  await insertAuditEntries(pool, actor, [
    {
      action: 'retention_policy.listed',
      subjectType: subject.type,
      subjectId: id,
      details: { version: policy.version, definitions: rows.length },
    },
  ]);
  const lines = rows.map(({ id: own, term, status, classification, since, held }) =>
    csvLine([own, term, status, classification, since.toISOString(), held ? 'blijft: bewaarplicht' : WORDS[action]]),
  );
  return BYTE_ORDER_MARK + csvLine(HEADER) + lines.join('');
}
