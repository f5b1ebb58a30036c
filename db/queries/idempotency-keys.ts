import type { Sql } from '#db/client.ts';

type KeyOf = { actorId: string; key: string };

/** What a key stands for: nothing yet (then it is ours now), a call still at work (status 0), or an answer. */
export type KeyReading = { claimed: boolean; requestHash: string; status: number; response: unknown };

/** While a call is at work its key has this status. */
export const AT_WORK = 0;
/** A call that has not answered for so long died with its process. */
const ABANDONED = '2 minutes';

/** Claims a key for a call, or tells what it was used for. Keys older than `hours` are forgotten. */
export async function claimIdempotencyKey(
  sql: Sql,
  { actorId, key, requestHash, hours }: KeyOf & { requestHash: string; hours: number },
): Promise<KeyReading> {
  await sql.query(
    `DELETE FROM idempotency_keys WHERE actor_id = $1 AND (created_at < clock_timestamp() - make_interval(hours => $2)
       OR (status = ${AT_WORK} AND created_at < clock_timestamp() - interval '${ABANDONED}'))`,
    [actorId, hours],
  );
  const inserted = await sql.query(
    `INSERT INTO idempotency_keys (actor_id, key, request_hash, status, response) VALUES ($1, $2, $3, ${AT_WORK}, 'null')
     ON CONFLICT DO NOTHING`,
    [actorId, key, requestHash],
  );
  if (inserted.rowCount === 1) return { claimed: true, requestHash, status: AT_WORK, response: null };
  const { rows } = await sql.query(
    `SELECT request_hash AS "requestHash", status, response FROM idempotency_keys WHERE actor_id = $1 AND key = $2`,
    [actorId, key],
  );
  // Gone between the two statements: its call failed, so whoever asks next may try.
  return { claimed: false, ...(rows[0] ?? { requestHash, status: AT_WORK, response: null }) };
}

/** Keeps the first answer. */
export async function storeIdempotentAnswer(
  sql: Sql,
  { actorId, key }: KeyOf,
  answer: { status: number; response: unknown },
): Promise<void> {
  await sql.query(`UPDATE idempotency_keys SET status = $3, response = $4 WHERE actor_id = $1 AND key = $2`, [
    actorId,
    key,
    answer.status,
    JSON.stringify(answer.response),
  ]);
}

/** Gives a key back after a call that failed: the same call may be tried again. */
export async function releaseIdempotencyKey(sql: Sql, { actorId, key }: KeyOf): Promise<void> {
  await sql.query(`DELETE FROM idempotency_keys WHERE actor_id = $1 AND key = $2 AND status = ${AT_WORK}`, [
    actorId,
    key,
  ]);
}
