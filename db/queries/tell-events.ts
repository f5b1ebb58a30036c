import type { Sql } from '#db/client.ts';
import type { Role } from '#domain/access.ts';
import type { Classification } from '#domain/definition.ts';
import type { EventType } from '#domain/events.ts';
import type { Choices } from '#domain/notification-choices.ts';
import { BATCH_OF_EVENT } from './visible-jobs.ts';

export type UntoldEvent = {
  id: string;
  organisation: { id: string; name: string };
  type: EventType;
  data: Record<string, unknown>;
  people: string[];
  /** The highest of the batch it is about; null when it is about none. */
  classification: Classification | null;
  createdAt: Date;
};

export type Candidate = {
  id: string;
  email: string;
  role: Role;
  organisationId: string;
  clearance: Classification;
  choices: Choices;
  /** Whether their address was refused for good. */
  refused: boolean;
};

/** `clearance`: of who made it, as it is now. */
export type Subscription = { id: string; organisationId: string; clearance: Classification; events: EventType[] };

/** The oldest events nobody has told of, kept from everybody else until the transaction ends. */
export async function lockUntoldEvents(sql: Sql, atMost: number): Promise<UntoldEvent[]> {
  const { rows } = await sql.query<UntoldEvent>(
    `SELECT e.id, jsonb_build_object('id', o.id, 'name', o.name) AS organisation, e.type, e.data, e.people,
       (SELECT max(j.classification) FROM jobs j WHERE j.batch_id = ${BATCH_OF_EVENT}) AS classification,
       e.created_at AS "createdAt"
     FROM events e JOIN organisations o ON o.id = e.organisation_id
     WHERE e.told_at IS NULL ORDER BY e.id LIMIT $1 FOR UPDATE OF e SKIP LOCKED`,
    [atMost],
  );
  return rows;
}

/** Everybody an event of these may be for: these people, and the leads of these organisations. */
export async function findCandidates(
  sql: Sql,
  people: readonly string[],
  organisationIds: readonly string[],
): Promise<Candidate[]> {
  const { rows } = await sql.query<Candidate>(
    `SELECT u.id, u.email, u.role, u.organisation_id AS "organisationId", u.clearance, coalesce(s.choices, '{}') AS choices,
       coalesce(s.refused_address = u.email, false) AS refused
     FROM users u LEFT JOIN notification_settings s ON s.user_id = u.id
     WHERE u.id = ANY ($1::uuid[]) OR (u.role = 'lead' AND u.organisation_id = ANY ($2::uuid[]))`,
    [people, organisationIds],
  );
  return rows;
}

/** The webhooks of these organisations that are on. */
export async function findSubscriptions(sql: Sql, organisationIds: readonly string[]): Promise<Subscription[]> {
  const { rows } = await sql.query<Subscription>(
    `SELECT w.id, w.organisation_id AS "organisationId", p.clearance, w.events FROM webhooks w JOIN users p ON p.id = w.created_by
     WHERE w.organisation_id = ANY ($1::uuid[]) AND w.enabled AND w.deleted_at IS NULL`,
    [organisationIds],
  );
  return rows;
}

/** Puts events into inboxes; what is there already stays as it is. */
export async function insertNotifications(
  sql: Sql,
  told: readonly { userId: string; eventId: string }[],
): Promise<void> {
  if (told.length === 0) return;
  await sql.query(
    `INSERT INTO notifications (user_id, event_id) SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING`,
    [told.map(({ userId }) => userId), told.map(({ eventId }) => eventId)],
  );
}

export async function markTold(sql: Sql, eventIds: readonly string[]): Promise<void> {
  await sql.query('UPDATE events SET told_at = clock_timestamp() WHERE id = ANY ($1::uuid[])', [eventIds]);
}

/** Forgets what happened so many days ago, with everything that told of it, unless it is still on its way. */
export async function forgetEvents(sql: Sql, days: number): Promise<void> {
  await sql.query(
    `DELETE FROM events e WHERE e.created_at < now() - make_interval(days => $1) AND e.told_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM deliveries d WHERE d.event_id = e.id AND d.status = 'pending')`,
    [days],
  );
}
