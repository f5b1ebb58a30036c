import type { z } from 'zod';
import type { NotificationSettings, notificationSettingsChangeSchema } from '#contract/notifications.ts';
import { inTransaction } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { readSettings, writeSettings } from '#db/queries/notification-settings.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { EVENT_TYPES } from '#domain/events.ts';
import { allChoices, type Choices, choiceOf } from '#domain/notification-choices.ts';
import type { Services } from '#server/services.ts';

/** How one wants to be told, and whether e-mail can reach one. */
export async function readNotificationSettings(
  { pool, config }: Pick<Services, 'pool' | 'config'>,
  actor: Actor,
): Promise<NotificationSettings> {
  const row = await readSettings(pool, actor.id);
  if (!row) throw new Problem('not_signed_in');
  const { locale, choices, address, refusedAt, refusedAnswer } = row;
  const refused = refusedAt && { at: refusedAt.toISOString(), answer: refusedAnswer ?? '' };
  return { locale, choices: allChoices(choices), email: { address, available: config.smtp !== null, refused } };
}

/** Chooses how one wants to be told; what is not named stays as it was. */
export async function changeNotificationSettings(
  services: Pick<Services, 'pool' | 'config'>,
  actor: Actor,
  change: z.output<typeof notificationSettingsChangeSchema>,
): Promise<NotificationSettings> {
  const { locale, tryAddressAgain } = change;
  await inTransaction(services.pool, async (sql) => {
    const before = (await readSettings(sql, actor.id))?.choices ?? {};
    const choices = deviating({ ...before, ...change.choices } as Choices);
    await writeSettings(sql, actor.id, { locale, choices, forgetRefusal: tryAddressAgain });
    await insertAuditEntries(sql, actor, [
      {
        action: 'notification_settings.changed',
        subjectType: 'person',
        subjectId: actor.id,
        details: { locale, choices, ...(tryAddressAgain ? { tryAddressAgain } : {}) },
      },
    ]);
  });
  return readNotificationSettings(services, actor);
}

/** Only what differs from the usual is kept: whoever never chose follows the product when that changes. */
function deviating(choices: Choices): Choices {
  const kept = EVENT_TYPES.filter((type) => {
    const [chosen, usual] = [choiceOf(type, choices), choiceOf(type, {})];
    return chosen.inbox !== usual.inbox || chosen.email !== usual.email;
  });
  return Object.fromEntries(kept.map((type) => [type, choices[type]])) as Choices;
}
