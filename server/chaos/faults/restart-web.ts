import { setTimeout as wait } from 'node:timers/promises';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { percentile } from '#server/bench/statistics.ts';
import type { Fault, Order } from '#server/chaos/fault.ts';
import { type Ground, openGround } from '#server/chaos/ground.ts';
import { openWatchers, type Watchers } from '#server/chaos/watchers.ts';
import { openWeb } from '#server/chaos/web.ts';
import { repeat } from '#server/live/repeat.ts';

const CLIENTS = 200;
const OFFLINE_MS = [500, 5_000, 130_000];
const WITHIN_MS = 1_000;
/** Slow on purpose: it must last longer than anybody is away. */
const ITEMS = 10_000;
const ITEMS_PER_SECOND = 40;

/** F16: the web process restarts in the middle of a job, and those who watch it are away for a while. */
export const restartWeb: Fault = {
  name: 'web restarts, clients offline 0.5, 5 and 130 s',
  share: 0.15,
  async run(order) {
    await using stack = new AsyncDisposableStack();
    const ground = await openGround(stack, order, 'chaos_f16');
    const web = await openWeb(ground);
    let process = await web.start();
    ground.processor();
    const { actor, cookie } = await web.signIn();
    const options = { chunkSize: 20, itemsPerSecond: ITEMS_PER_SECOND } as const;
    const { jobId } = await ground.startImport(ITEMS, options, actor);
    const committed = followSeq(ground, jobId);
    stack.defer(committed.stop);
    const watchers = openWatchers(CLIENTS, { url: web.url, cookie, jobId, committedSeq: committed.seq });
    stack.defer(watchers.close);
    const slowestAt: string[] = [];
    let counted = 0;
    const allThere = async (when: string) => {
      await untilConnected(watchers, order);
      slowestAt.push(`${Math.round(Math.max(...watchers.snapshotMs.slice(counted)))} ${when}`);
      counted = watchers.snapshotMs.length;
    };
    await allThere('at first');

    const longest = Math.max(10_000, Math.min(OFFLINE_MS[2] ?? 0, order.seconds * 1000));
    await goOffline(watchers, [...OFFLINE_MS.slice(0, 2), longest]);
    await allThere('after having been away');
    for (const end of ['stop', 'kill'] as const) {
      await process[end]();
      await wait(500);
      process = await web.start();
      await allThere(`after the ${end}`);
    }
    await cancelJob(ground.services, actor, jobId, { keep: true });
    await ground.untilEnded();
    await wait(2 * WITHIN_MS);
    const { snapshotMs } = watchers;
    const [p95, slowest] = [percentile(snapshotMs, 95), Math.max(...snapshotMs)];
    return await ground.conclude(
      `${CLIENTS} clients away for up to ${Math.round(longest / 1000)} s, web stopped once and killed once`,
      [
        {
          what: 'what a client sees is what is committed',
          seen: `${watchers.stale()} of ${snapshotMs.length} are older`,
          holds: watchers.stale() === 0,
        },
        {
          what: 'it is there within 1 s of the connection',
          seen: `p95 ${Math.round(p95)} ms, longest ${slowestAt.join(', ')} ms`,
          holds: slowest <= WITHIN_MS,
        },
        {
          what: 'nothing goes back in time at a client',
          seen: `${watchers.fallen()} events`,
          holds: watchers.fallen() === 0,
        },
        {
          what: 'everybody hears of the end',
          seen: `${watchers.heard('cancelled')} of ${CLIENTS}`,
          holds: watchers.heard('cancelled') === CLIENTS,
        },
      ],
      ['cancelled'],
    );
  },
};

/** A third of them each is away for one of these times. */
async function goOffline({ sockets }: Watchers, times: readonly number[]): Promise<void> {
  for (const socket of sockets) socket.disconnect();
  await Promise.all(
    times.map(async (ms, group) => {
      await wait(ms);
      for (const [index, socket] of sockets.entries()) if (index % times.length === group) socket.connect();
    }),
  );
}

/** Every client is connected and has its snapshot. */
async function untilConnected({ sockets, snapshotMs }: Watchers, { signal }: Order): Promise<void> {
  while (!sockets.every(({ connected }) => connected)) await wait(50, undefined, { signal });
  for (let before = -1; before < snapshotMs.length; ) {
    before = snapshotMs.length;
    await wait(2 * WITHIN_MS, undefined, { signal });
  }
}

/** What is committed, as of a moment ago. */
function followSeq({ services: { pool } }: Ground, jobId: string): { seq(): number; stop(): void } {
  let seq = 0;
  const read = async () => {
    const { rows } = await pool.query<{ seq: number }>('SELECT seq FROM jobs WHERE id = $1', [jobId]);
    seq = rows[0]?.seq ?? seq;
  };
  const reading = repeat(50, read, () => {});
  return { seq: () => seq, stop: reading.stop };
}
