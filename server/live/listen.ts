import pg from 'pg';

const RETRY_MS = 500;
const LONGEST_RETRY_MS = 5_000;
/** A connection that died without a word is noticed by asking. */
const ASK_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;

export type Listening = { stop(): Promise<void> };

/**
 * Listens on a channel of the database with a connection of its own, and connects again for as long as it takes when that
 * breaks. What is said meanwhile is lost: NOTIFY keeps nothing.
 */
export function listen(databaseUrl: string, channel: string, onMessage: (payload: string) => void): Listening {
  let client: pg.Client | undefined;
  let stopped = false;
  let delay = RETRY_MS;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    const mine = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'lexport-live',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
    });
    client = mine;
    mine.on('notification', (message) => message.payload && onMessage(message.payload));
    mine.once('error', () => again(mine));
    mine.once('end', () => again(mine));
    try {
      await mine.connect();
      await mine.query(`LISTEN ${mine.escapeIdentifier(channel)}`);
      delay = RETRY_MS;
      ask(mine);
    } catch {
      again(mine);
    }
  };
  const ask = (mine: pg.Client) => {
    timer = setTimeout(() => {
      mine.query('SELECT 1').then(
        () => client === mine && !stopped && ask(mine),
        () => again(mine),
      );
    }, ASK_EVERY_MS).unref();
  };
  const again = (broken: pg.Client) => {
    if (stopped || client !== broken) return;
    client = undefined;
    clearTimeout(timer);
    // A late error of the one we gave up must not end the program.
    broken.on('error', () => {});
    broken.end().catch(() => {});
    timer = setTimeout(() => void connect(), delay).unref();
    delay = Math.min(delay * 2, LONGEST_RETRY_MS);
  };

  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
