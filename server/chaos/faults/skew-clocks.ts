import { setTimeout as wait } from 'node:timers/promises';
import { readProgressRow } from '#db/queries/read-progress.ts';
import type { Fault } from '#server/chaos/fault.ts';
import { openGround } from '#server/chaos/ground.ts';

const SHIFTS_MS = [300_000, -300_000, 0];
const PRELOAD = new URL('../shift-clock.ts', import.meta.url).href;
const ITEMS = 4_000;

/** F10: the clocks of processors are five minutes apart; the database's decides. */
export const skewClocks: Fault = {
  name: 'clocks of processors 5 minutes fast and slow',
  share: 0.05,
  async run(order) {
    await using stack = new AsyncDisposableStack();
    const ground = await openGround(stack, order, 'chaos_f10');
    for (const shift of SHIFTS_MS) ground.processor({ preload: PRELOAD, env: { CHAOS_CLOCK_SHIFT_MS: String(shift) } });
    const items = Math.round(ITEMS * Math.min(1, order.scale));
    const jobs: string[] = [];
    for (let one = 0; one < 2 * SHIFTS_MS.length; one++)
      jobs.push((await ground.startImport(items, { chunkSize: 50 })).jobId);
    const { pool } = ground.services;
    let leastEta = Number.POSITIVE_INFINITY;
    while ((await ground.unended()) > 0) {
      for (const jobId of jobs) {
        const eta = (await readProgressRow(pool, jobId))?.progress.etaSeconds;
        leastEta = Math.min(leastEta, eta ?? Number.POSITIVE_INFINITY);
      }
      await wait(100, undefined, { signal: order.signal });
    }
    const { rows } = await pool.query<{ lost: number; wrong: number }>(
      `SELECT (SELECT sum(takeovers)::int FROM jobs) AS lost,
         (SELECT count(*)::int FROM job_chunks c JOIN jobs j ON j.id = c.job_id WHERE c.started_at < j.started_at
            OR c.finished_at > j.finished_at OR c.started_at > c.finished_at)
         + (SELECT count(*)::int FROM jobs WHERE started_at < created_at OR finished_at < started_at
            OR finished_at > clock_timestamp()) AS wrong`,
    );
    const { lost = 0, wrong = 0 } = rows[0] ?? {};
    return await ground.conclude(
      `${jobs.length} jobs, clocks ${SHIFTS_MS.map((ms) => ms / 60_000).join(', ')} minutes off`,
      [
        { what: 'no job is taken from a living processor', seen: `${lost} taken`, holds: lost === 0 },
        { what: 'every moment is by the clock of the database', seen: `${wrong} are not`, holds: wrong === 0 },
        { what: 'the time left is never negative', seen: `${leastEta} s at the least`, holds: leastEta >= 0 },
      ],
    );
  },
};
