import type { Sql } from '#db/client.ts';
import type { ProcessorLoad } from '#db/schema/processors.ts';

/** Who a processor is; the same from its start to its end. */
export type ProcessorIdentity = { id: string; host: string; pid: number; version: string };

export type ProcessorRow = ProcessorIdentity & {
  startedAt: Date;
  heartbeatAt: Date;
  /** Seconds since its last word, by the database's clock. */
  silentSeconds: number;
  load: ProcessorLoad;
};

/** A processor that has been silent for so long is not there any more. */
const FORGET_AFTER = '1 day';

/**
 * Says that a processor is alive, and how it does. It need not be on disk before the processor goes on: the next word follows
 * in two seconds. One whose row was removed meanwhile, since it was frozen, gets a new one.
 */
export async function beat(
  sql: Sql,
  { id, host, pid, version }: ProcessorIdentity,
  load: ProcessorLoad,
): Promise<void> {
  await sql.query(
    `WITH quickly AS (SELECT set_config('synchronous_commit', 'off', true))
     INSERT INTO processors AS p (id, host, pid, version, load)
     SELECT $1, $2, $3, $4, $5 FROM quickly
     ON CONFLICT (id) DO UPDATE SET heartbeat_at = clock_timestamp(), load = excluded.load`,
    [id, host, pid, version, JSON.stringify(load)],
  );
}

/** A processor leaves in order. */
export async function removeProcessor(sql: Sql, id: string): Promise<void> {
  await sql.query('DELETE FROM processors WHERE id = $1', [id]);
}

/** Forgets processors that ended without a word, long ago. */
export async function forgetSilentProcessors(sql: Sql): Promise<void> {
  await sql.query(`DELETE FROM processors WHERE heartbeat_at < clock_timestamp() - interval '${FORGET_AFTER}'`);
}

/** Every processor that is there or was there within the last day, the longest at work first. */
export async function listProcessors(sql: Sql): Promise<ProcessorRow[]> {
  const { rows } = await sql.query<ProcessorRow>(
    `SELECT id, host, pid, version, started_at AS "startedAt", heartbeat_at AS "heartbeatAt", load,
       greatest(0, extract(epoch FROM clock_timestamp() - heartbeat_at))::float8 AS "silentSeconds"
     FROM processors ORDER BY started_at, id`,
  );
  return rows;
}

/** Seconds since the last word of any processor; null when there is none. */
export async function secondsSinceBeat(sql: Sql): Promise<number | null> {
  const { rows } = await sql.query<{ seconds: number | null }>(
    `SELECT extract(epoch FROM clock_timestamp() - max(heartbeat_at))::float8 AS seconds FROM processors`,
  );
  return rows[0]?.seconds ?? null;
}
