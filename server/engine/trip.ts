import { probeDelayMs } from '#domain/backoff.ts';
import { type JobAtWork, move, whileOurs } from './job-at-work.ts';

/**
 * The job pauses itself: chunk after chunk failed of the same passing error, so trying on would only make it worse. It says why,
 * and is probed after a while, later each time it pauses again without a commit in between.
 */
export function trip(at: JobAtWork, code: string): Promise<void> {
  const { id } = at.work.job;
  return whileOurs(at, ['running'], async (sql) => {
    const { rows } = await sql.query<{ trips: number; now: Date }>(
      'UPDATE jobs SET trips = trips + 1 WHERE id = $1 RETURNING trips, clock_timestamp() AS now',
      [id],
    );
    const { trips = 1, now = new Date() } = rows[0] ?? {};
    const probeAt = new Date(now.getTime() + probeDelayMs(trips));
    await move(sql, at, { event: 'trip', probeAt, problem: { code: 'paused_itself', params: { state: code } } });
    at.engine.log('A job paused itself', { jobId: id, state: code, trips });
  });
}
