import pg from 'pg';
import { StartProblem } from './problem.ts';

const OLDEST_VERSION = 15;
const CONNECT_WITHIN_MS = 5_000;

/** Connects once to the operator's own Postgres. @throws StartProblem in one sentence when it cannot be used */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('show server_version_num');
    const version = Math.floor(Number(rows[0].server_version_num) / 10_000);
    if (version < OLDEST_VERSION) throw tooOld(version);
  } catch (error) {
    throw error instanceof StartProblem ? error : explainDatabaseError(error, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function tooOld(version: number): StartProblem {
  return new StartProblem(
    `DATABASE_URL leads to Postgres ${version}, and Lexport needs ${OLDEST_VERSION} or newer. Upgrade it or use another server.`,
  );
}

type DatabaseError = Error & { code?: string; errors?: DatabaseError[] };

/** What went wrong while connecting or migrating, as one sentence with what to do; never with the password in it. */
export function explainDatabaseError(error: unknown, databaseUrl: string): StartProblem {
  const cause = rootOf(error as DatabaseError);
  const url = new URL(databaseUrl);
  const server = `${url.hostname}:${url.port || 5432}`;
  const database = decodeURIComponent(url.pathname.slice(1));
  const user = decodeURIComponent(url.username);
  const sentences: Record<string, string> = {
    ENOTFOUND: `there is no host called "${url.hostname}". Correct DATABASE_URL.`,
    EAI_AGAIN: `the host "${url.hostname}" cannot be looked up now. Check the network, or correct DATABASE_URL.`,
    ECONNREFUSED: `nothing listens at ${server}. Start Postgres there, or correct DATABASE_URL.`,
    EHOSTUNREACH: `${server} cannot be reached. Check the network, or correct DATABASE_URL.`,
    ETIMEDOUT: `${server} does not answer. Check the network and the firewall, or correct DATABASE_URL.`,
    '28P01': `the server at ${server} does not accept this user and password. Correct them in DATABASE_URL.`,
    '28000': `the server at ${server} does not let user "${user}" in. Correct DATABASE_URL or the server's pg_hba.conf.`,
    '3D000': `there is no database "${database}" at ${server}. Make it (createdb ${database}), or correct DATABASE_URL.`,
    '53300': `the server at ${server} has no connection left. Close some, or raise its max_connections.`,
    '57P03': `the server at ${server} is still starting. Try again in a moment.`,
    '42501': `user "${user}" may not change database "${database}". Make it the owner of that database. (${cause.message})`,
    '0A000': `the server lacks something Lexport needs: ${cause.message}. Install Postgres's "contrib" package there.`,
    '53100': `the disk of the server at ${server} is full. Free some space there.`,
  };
  const known = /timeout/i.test(cause.message) ? sentences.ETIMEDOUT : sentences[cause.code ?? ''];
  return new StartProblem(`The database cannot be used: ${known ?? `${cause.message}.`}`, { cause: error });
}

/** Drizzle and the network wrap what really happened. */
function rootOf(error: DatabaseError): DatabaseError {
  const inner = error.errors?.[0] ?? (error.cause as DatabaseError | undefined);
  return inner && !error.code ? rootOf(inner) : error;
}
