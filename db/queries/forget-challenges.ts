import type { Sql } from '#db/client.ts';

/** What was left unanswered stays so long for who wonders why it is refused. */
const KEPT = '1 day';

/**
 * Forgets what somebody was to answer and did not in time, or did: challenges of keys to enrol, those of second factors, states of
 * signing in elsewhere, and sessions that have ended. A challenge stays as long as a job has keys to hold against it.
 */
export async function forgetChallenges(sql: Sql): Promise<void> {
  await sql.query(
    `DELETE FROM enrolment_challenges c WHERE c.expires_at < now() - interval '${KEPT}' AND NOT EXISTS (
       SELECT FROM jobs j WHERE j.id = c.used_by_job AND j.finished_at IS NULL)`,
  );
  await sql.query(`DELETE FROM verifications WHERE expires_at < now() - interval '${KEPT}'`);
  await sql.query(`DELETE FROM sessions WHERE expires_at < now() - interval '${KEPT}'`);
}
