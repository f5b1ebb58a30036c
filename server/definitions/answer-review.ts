import type { ReviewChange, Reviews } from '#contract/reviews.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { readDefinition } from '#db/queries/read-definition.ts';
import { readReview, writeReview } from '#db/queries/reviews.ts';
import type { Actor } from '#domain/access.ts';
import { sightOf } from '#domain/clearance.ts';
import { Problem } from '#domain/errors.ts';
import { refuse, requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { listReviews } from './list-reviews.ts';

/** Thrown out of the transaction, because the entry about the refusal must outlive it. */
const FOREIGN = new Error('This definition belongs to another organisation');

export type ReviewAnswering = { id: string; ruleId: string; input: ReviewChange };

/**
 * Answers one of the questions that no rule can decide, about the version there is, or takes the answer back. The same answer
 * again changes nothing. @throws Problem `not_found`, `not_allowed`, `definition_deleted`, `version_conflict`
 */
export async function answerReview(services: Services, actor: Actor, answering: ReviewAnswering): Promise<Reviews> {
  const subject = { type: 'definition', id: answering.id };
  await requireAction(services, actor, 'definition:review', subject);
  try {
    await inTransaction(services.pool, (sql) => answer(sql, actor, answering));
  } catch (error) {
    if (error === FOREIGN) return refuse(services, actor, 'definition:review', subject);
    throw error;
  }
  return listReviews(services, actor, answering.id);
}

async function answer(sql: Sql, actor: Actor, { id, ruleId, input }: ReviewAnswering): Promise<void> {
  const stored = await readDefinition(sql, id, sightOf(actor), { lock: true });
  if (!stored) throw new Problem('not_found');
  // Reading may be chain-wide; changing never is.
  if (stored.organisation.id !== actor.organisationId) throw FOREIGN;
  if (stored.deletedAt !== null) throw new Problem('definition_deleted');
  const { version } = stored;
  if (input.version !== version) throw new Problem('version_conflict', { version });
  const about = { definitionId: id, version, ruleId };
  const before = await readReview(sql, about);
  const after = input.answer === null ? null : { answer: input.answer, remark: input.remark?.trim() || null };
  if (before?.answer === after?.answer && before?.remark === after?.remark) return;
  await writeReview(sql, about, after, actor.id);
  await insertAuditEntries(sql, actor, [
    {
      action: 'definition.reviewed',
      subjectType: 'definition',
      subjectId: id,
      newHash: stored.contentHash,
      reason: after?.remark ?? null,
      details: { version, rule: ruleId, answer: after?.answer ?? null, before: before?.answer ?? null },
    },
  ]);
}
