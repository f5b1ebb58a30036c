import type pg from 'pg';
import { inTransaction } from '#db/client.ts';
import { insertDeliveries, type NewDelivery } from '#db/queries/insert-deliveries.ts';
import { publishInboxes } from '#db/queries/publish-inboxes.ts';
import {
  findCandidates,
  findSubscriptions,
  insertNotifications,
  lockUntoldEvents,
  markTold,
  type Subscription,
  type UntoldEvent,
} from '#db/queries/tell-events.ts';
import { isCleared } from '#domain/clearance.ts';
import type { Config } from '#server/config.ts';
import { audienceOf } from './audience.ts';
import { bodyOf } from './body-of.ts';

const AT_ONCE = 100;

type Telling = { pool: pg.Pool; config: Pick<Config, 'publicUrl' | 'smtp'> };

/**
 * Tells of what is in the outbox: inboxes are filled and deliveries written in the transaction that marks the events as told, so each
 * is told once, whoever dies. Any number of processes may do it at once. Answers how many events it told of.
 */
export async function tellEvents({ pool, config }: Telling): Promise<number> {
  const { events, inboxes } = await inTransaction(pool, async (sql) => {
    const events = await lockUntoldEvents(sql, AT_ONCE);
    if (events.length === 0) return { events, inboxes: [] };
    const organisationIds = [...new Set(events.map(({ organisation }) => organisation.id))];
    const candidates = await findCandidates(sql, [...new Set(events.flatMap(({ people }) => people))], organisationIds);
    const subscriptions = await findSubscriptions(sql, organisationIds);
    const told = events.flatMap((event) =>
      audienceOf(event, 'inbox', candidates).map(({ id }) => ({ userId: id, eventId: event.id })),
    );
    await insertNotifications(sql, told);
    const mails = config.smtp
      ? events.flatMap((event) =>
          audienceOf(event, 'email', candidates)
            .filter(({ refused }) => !refused)
            .map(({ id }): NewDelivery => ({ ...ofEvent(event), userId: id })),
        )
      : [];
    await insertDeliveries(sql, [...mails, ...toWebhooks(events, subscriptions, config.publicUrl)]);
    await markTold(
      sql,
      events.map(({ id }) => id),
    );
    return { events, inboxes: [...new Set(told.map(({ userId }) => userId))] };
  });
  // A courtesy: who misses it sees the inbox at the next look.
  if (inboxes.length > 0) await publishInboxes(pool, inboxes).catch(() => {});
  return events.length;
}

function toWebhooks(
  events: readonly UntoldEvent[],
  subscriptions: readonly Subscription[],
  publicUrl: string,
): NewDelivery[] {
  return events.flatMap((event) =>
    subscriptions
      .filter(
        (one) =>
          one.organisationId === event.organisation.id &&
          one.events.includes(event.type) &&
          isCleared(one.clearance, event.classification ?? 'openbaar'),
      )
      .map(({ id }) => ({ ...ofEvent(event), webhookId: id, body: bodyOf(event, publicUrl) })),
  );
}

function ofEvent({ id, organisation }: UntoldEvent): { eventId: string; organisationId: string } {
  return { eventId: id, organisationId: organisation.id };
}
