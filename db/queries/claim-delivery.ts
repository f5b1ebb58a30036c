import type { Sql } from '#db/client.ts';
import type { EventType, TEST_EVENT } from '#domain/events.ts';
import type { Locale } from '#domain/locale.ts';

export type ClaimedDelivery = {
  id: string;
  claim: string;
  eventId: string;
  /** The number of this attempt, of all and since it was last sent by hand. */
  attempts: number;
  tries: number;
  /** The moment of the attempt by the database's clock. */
  startedAt: Date;
  type: EventType | typeof TEST_EVENT;
  data: Record<string, unknown>;
  body: string | null;
  webhook: { id: string; url: string; secret: string; previousSecret: string | null } | null;
  person: { id: string; name: string; email: string; locale: Locale } | null;
};

type Wish = {
  claim: string;
  /** For so long nobody else tries it. */
  seconds: number;
  /** Webhooks that have their hands full. */
  leave: readonly string[];
  email: boolean;
};

/**
 * Takes what has been due for longest, for a while, and writes down that it is being tried; null when nothing is due. Nothing is due
 * to a webhook that is off, unless somebody tries it out.
 */
export async function claimDelivery(sql: Sql, { claim, seconds, leave, email }: Wish): Promise<ClaimedDelivery | null> {
  const { rows } = await sql.query<ClaimedDelivery>(
    `WITH due AS (
       SELECT d.id FROM deliveries d LEFT JOIN webhooks w ON w.id = d.webhook_id JOIN events e ON e.id = d.event_id
       WHERE d.status = 'pending' AND d.next_at <= clock_timestamp()
         AND CASE d.channel WHEN 'email' THEN $4 ELSE w.id <> ALL ($3::uuid[]) AND w.deleted_at IS NULL
           AND (w.enabled OR e.type = 'webhook.test') END
       ORDER BY d.next_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED),
     claimed AS (
       UPDATE deliveries d SET claim = $1, attempts = d.attempts + 1, tries = d.tries + 1,
         next_at = clock_timestamp() + make_interval(secs => $2)
       FROM due WHERE d.id = due.id RETURNING d.*),
     begun AS (
       INSERT INTO delivery_attempts (delivery_id, number) SELECT id, attempts FROM claimed RETURNING started_at)
     SELECT c.id, c.claim, c.event_id AS "eventId", c.attempts, c.tries, begun.started_at AS "startedAt", e.type, e.data, c.body,
       CASE WHEN w.id IS NOT NULL THEN jsonb_build_object('id', w.id, 'url', w.url, 'secret', w.secret,
         'previousSecret', CASE WHEN w.previous_until > clock_timestamp() THEN w.previous_secret END) END AS webhook,
       CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email,
         'locale', coalesce(s.locale, 'nl')) END AS person
     FROM claimed c CROSS JOIN begun JOIN events e ON e.id = c.event_id LEFT JOIN webhooks w ON w.id = c.webhook_id
       LEFT JOIN users u ON u.id = c.user_id LEFT JOIN notification_settings s ON s.user_id = u.id`,
    [claim, seconds, leave, email],
  );
  return rows[0] ?? null;
}
