import type { Sql } from '#db/client.ts';
import type { Role } from '#domain/access.ts';
import type { Classification } from '#domain/definition.ts';

export type DueSchedule = {
  id: string;
  organisationId: string;
  name: string;
  cron: string;
  batch: Record<string, unknown>;
  /** When it was to start. */
  nextAt: Date;
  /** The database's clock: the processors' own may differ. */
  now: Date;
  /** For whom it starts, with the role, organisation and clearance that person has now. */
  starter: { id: string; name: string; role: Role; organisationId: string; clearance: Classification };
};

/**
 * The schedule that has waited longest for its start, kept from everybody else until the transaction ends; null when there is
 * none that nobody else has in hand. `leave` are those that are not to be looked at.
 */
export async function claimDueSchedule(sql: Sql, leave: readonly string[] = []): Promise<DueSchedule | null> {
  const { rows } = await sql.query<DueSchedule>(
    `SELECT s.id, s.organisation_id AS "organisationId", s.name, s.cron, s.batch, s.next_at AS "nextAt",
       clock_timestamp() AS now,
       jsonb_build_object('id', p.id, 'name', p.name, 'role', p.role, 'organisationId', p.organisation_id,
         'clearance', p.clearance) AS starter
     FROM schedules s JOIN users p ON p.id = s.created_by
     WHERE NOT s.paused AND s.deleted_at IS NULL AND s.next_at <= clock_timestamp()
       AND s.id <> ALL ($1::uuid[])
     ORDER BY s.next_at, s.id LIMIT 1 FOR UPDATE OF s SKIP LOCKED`,
    [leave],
  );
  return rows[0] ?? null;
}
