import type pg from 'pg';

/** The transactions of the engine in which something can go wrong half way. */
export type TransactionKind = 'chunk' | 'undo' | 'at once';

/** A place in a transaction: before a statement is sent, while the server is at it, or when it was done and nobody knows yet. */
export type Point = { statement: string; moment: 'before' | 'during' | 'after' };

/** What happens at a point: it may throw, which the engine then hears instead of an answer, or end the connection or the process. */
export type Action = (client: pg.PoolClient) => void | Promise<void>;

export type Interception = {
  /** The points nobody came to yet. */
  ahead: readonly Point[];
  /** The statements of every transaction of the kind so far, by name. */
  transactions: readonly string[][];
};

/** What tells the statements of the engine apart. */
const STATEMENTS: readonly [string, RegExp][] = [
  ['begin', /^BEGIN$/],
  ['commit', /^COMMIT$/],
  ['roll back', /^ROLLBACK$/],
  ['savepoint', /^SAVEPOINT/],
  ['release', /^RELEASE/],
  ['lock next chunk', /^SELECT .* FROM job_chunks c WHERE .* FOR UPDATE OF c SKIP LOCKED$/],
  ['lock last chunk', /^SELECT .* FROM job_chunks WHERE .* done AND NOT undone ORDER BY number DESC/],
  ['list open chunks', /^SELECT .* FROM job_chunks WHERE job_id = \$1 AND NOT done ORDER BY number$/],
  ['lock job', /^SELECT FROM jobs WHERE id = \$1 AND fence = \$2 .* FOR UPDATE$/],
  ['apply', /^WITH staged AS MATERIALIZED/],
  ['undo', /^WITH done AS MATERIALIZED/],
  ['clear relations', /^DELETE FROM definition_relations/],
  ['write relations', /^INSERT INTO definition_relations/],
  ['finish chunk', /^UPDATE job_chunks SET done = true/],
  ['mark chunk undone', /^UPDATE job_chunks SET undone = true/],
  ['move counters', /^UPDATE jobs SET succeeded = succeeded [+-]/],
];
const TELLTALE: Readonly<Record<TransactionKind, string>> = {
  chunk: 'lock next chunk',
  undo: 'lock last chunk',
  'at once': 'list open chunks',
};

type Query = (...args: unknown[]) => unknown;

/**
 * Looks over the shoulder of a pool and takes the action at each of these points, in their order, each in a transaction of the
 * kind of its own, with one that is committed in between for chunks (the other kinds happen once in a small job). How a test makes
 * things go wrong at exact places without a word about it in the product's code.
 */
export function intercept(
  pool: pg.Pool,
  kind: TransactionKind,
  points: readonly Point[],
  action: Action,
): Interception {
  const ahead = [...points];
  const transactions: string[][] = [];
  let ready = true;
  let last: 'committed' | 'other' = 'other';

  pool.on('connect', (client) => {
    const send = client.query.bind(client) as Query;
    let statements: string[] = [];
    let ours = false;
    const intercepted = async (args: unknown[]): Promise<unknown> => {
      const name = nameOf(args[0]);
      if (name === 'begin') {
        statements = [];
        // With one lane, what begins after such a transaction was committed is the next of them.
        ours = last === 'committed';
      }
      if (name === TELLTALE[kind]) {
        ours = true;
        transactions.push(statements);
      }
      statements.push(name);
      const point = ready && ours && ahead[0]?.statement === name ? ahead[0] : undefined;
      const act = async (moment: Point['moment']) => {
        if (point?.moment !== moment || point !== ahead[0]) return;
        ahead.shift();
        const committed = name === 'commit' && moment === 'after';
        ready = committed || kind !== 'chunk';
        if (!committed) last = 'other';
        await action(client);
      };
      await act('before');
      const answer = send(...args) as Promise<unknown>;
      await Promise.all([answer, act('during')]);
      if (name === 'commit') {
        last = ours ? 'committed' : 'other';
        ready ||= ours;
      }
      await act('after');
      return answer;
    };
    // With a callback it is the pool's own query, which is no part of a transaction.
    client.query = ((...args: unknown[]) =>
      typeof args.at(-1) === 'function' ? send(...args) : intercepted(args)) as typeof client.query;
  });
  return { ahead, transactions };
}

function nameOf(query: unknown): string {
  const text = typeof query === 'string' ? query : ((query as { text?: string } | undefined)?.text ?? '');
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return STATEMENTS.find(([, pattern]) => pattern.test(line))?.[0] ?? line.slice(0, 60);
}

/** The connection ends as if the network had: without a goodbye. What the engine hears is what the driver says of that. */
export const drop: Action = (client) => {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  throw new Error('Connection terminated unexpectedly');
};

/** This process ends as `kill -9` ends it. */
export const kill: Action = () => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

/** The statement fails with this code; without one it is an error nobody foresaw. */
export function fail(code?: string): Action {
  return () => {
    throw Object.assign(new Error(`A fault of the test${code ? ` (${code})` : ''}`), code ? { code } : {});
  };
}
