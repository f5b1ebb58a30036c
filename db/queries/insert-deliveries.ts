import type { Sql } from '#db/client.ts';
import { uuidV7 } from '#db/uuid-v7.ts';

export type NewDelivery = { eventId: string; organisationId: string } & (
  | { webhookId: string; body: string }
  | { userId: string }
);

/** Puts events on their way; each goes to each receiver once. Answers the ids, in the order of what was given. */
export async function insertDeliveries(sql: Sql, made: readonly NewDelivery[]): Promise<string[]> {
  if (made.length === 0) return [];
  const rows = made.map((one) => ({ id: uuidV7(), channel: 'webhookId' in one ? 'webhook' : 'email', ...one }));
  await sql.query(
    `INSERT INTO deliveries (id, channel, event_id, organisation_id, webhook_id, user_id, body, next_at)
     SELECT d.id, d.channel, d."eventId", d."organisationId", d."webhookId", d."userId", d.body, clock_timestamp()
     FROM jsonb_to_recordset($1::jsonb) AS d(id uuid, channel text, "eventId" uuid, "organisationId" uuid,
       "webhookId" uuid, "userId" uuid, body text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}
