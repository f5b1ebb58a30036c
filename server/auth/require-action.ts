import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { type Action, type Actor, mayDo } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';

export type Subject = { type: string; id: string };

/** The first line of every use case: whether this role may do this. A refusal is audited. @throws Problem `not_allowed` */
export async function requireAction(
  services: Pick<Services, 'pool'>,
  actor: Actor,
  action: Action,
  subject?: Subject,
): Promise<void> {
  if (!mayDo(actor, action)) await refuse(services, actor, action, subject);
}

/** Refuses what the role alone would permit, such as changing what belongs to another organisation. @throws Problem `not_allowed` */
export async function refuse(
  { pool }: Pick<Services, 'pool'>,
  actor: Actor,
  action: Action,
  subject?: Subject,
): Promise<never> {
  await insertAuditEntries(pool, actor, [
    {
      action: 'access.refused',
      subjectType: subject?.type ?? null,
      subjectId: subject?.id ?? null,
      details: { wanted: action },
    },
  ]);
  throw new Problem('not_allowed', { role: actor.role });
}
