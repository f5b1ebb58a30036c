import pg from 'pg';

/** How long, in milliseconds, it may take before somebody waits for what is held. */
const REACHED_WITHIN_MS = 100_000;

export type Hold = {
  /** Resolves once somebody waits for what is held; answers the backend's number. */
  reached(): Promise<number>;
  /** Takes something more in the same transaction. */
  query(text: string, values?: unknown[]): Promise<unknown>;
  release(): Promise<void>;
};

/**
 * Takes locks in a transaction of its own and keeps them until released: how a test stops a job at a place of its choosing.
 * The product's own connections give up on such a lock after eight seconds and try again.
 */
export async function hold(url: string, statement: string, values: unknown[] = []): Promise<Hold> {
  const client = new pg.Client({ connectionString: url });
  const watch = new pg.Client({ connectionString: url });
  // A test that fails drops its database while this is still held.
  for (const one of [client, watch]) one.on('error', () => {});
  await Promise.all([client.connect(), watch.connect()]);
  await client.query('BEGIN');
  await client.query(statement, values);
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const pid = rows[0]?.pid;
  return {
    async reached() {
      const deadline = Date.now() + REACHED_WITHIN_MS;
      for (;;) {
        const blocked = await watch.query<{ pid: number }>(
          'SELECT pid FROM pg_stat_activity WHERE $1::int = ANY (pg_blocking_pids(pid))',
          [pid],
        );
        if (blocked.rows[0]) return blocked.rows[0].pid;
        if (Date.now() > deadline) throw new Error('Nobody came to wait for the lock');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    query: (text, more) => client.query(text, more),
    async release() {
      await client.query('ROLLBACK');
      await Promise.all([client.end(), watch.end()]);
    },
  };
}

/** Holds one item, so that the chunk it is in has done its work and cannot commit. */
export function holdItem(url: string, jobId: string, position: number): Promise<Hold> {
  return hold(url, 'SELECT FROM job_items WHERE job_id = $1 AND position = $2 FOR UPDATE', [jobId, position]);
}

/** Starts a job that is not checked first, and holds it in the chunk of this item, however soon a processor takes it. */
export async function startHeld(
  url: string,
  start: () => Promise<string>,
  position: number,
): Promise<{ jobId: string; held: Hold }> {
  const gate = await hold(url, 'LOCK TABLE job_chunks IN SHARE MODE');
  const jobId = await start();
  const held = await holdItem(url, jobId, position);
  await gate.release();
  await held.reached();
  return { jobId, held };
}
