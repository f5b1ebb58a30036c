import { createInterface, type Interface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openPool } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { type Config, loadConfig } from '#server/config.ts';
import { ConfigError } from '#server/config-error.ts';
import { createUser } from './create-user.ts';
import { generatePassword } from './generate-password.ts';

/** `npm run create-admin -- --email ... --name ... --organisation ...`: asks for what is missing, prints the password once. */

const QUESTIONS = { email: 'E-mail address', name: 'Name', organisation: 'Organisation' } as const;
type Answers = Record<keyof typeof QUESTIONS, string>;

/** Something was not said, and there is nobody to ask. */
class Missing extends Error {}

try {
  const config = loadConfig();
  process.exitCode = (await create(config, await complete(given()))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof Missing ? error.message : error);
  process.exitCode = 1;
}

function given(): Partial<Answers> {
  const option = { type: 'string' } as const;
  return parseArgs({ options: { email: option, name: option, organisation: option } }).values;
}

async function complete(known: Partial<Answers>): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const nobodyThere = new AbortController();
  terminal.once('close', () => nobodyThere.abort());
  const answers = { ...known } as Answers;
  try {
    for (const key of Object.keys(QUESTIONS) as (keyof Answers)[]) {
      while (!isValid(key, answers[key])) answers[key] = await ask(terminal, key, nobodyThere.signal);
    }
    return answers;
  } finally {
    terminal.close();
  }
}

async function ask(terminal: Interface, key: keyof Answers, signal: AbortSignal): Promise<string> {
  try {
    return (await terminal.question(`${QUESTIONS[key]}: `, { signal })).trim();
  } catch {
    throw new Missing(`${QUESTIONS[key]} is missing or not valid. Say it with --${key}.`);
  }
}

function isValid(key: keyof Answers, value: string | undefined): boolean {
  if (!value?.trim()) return false;
  return key !== 'email' || z.email().safeParse(value).success;
}

async function create(config: Config, { email, name, organisation }: Answers): Promise<boolean> {
  await migrate(config.databaseUrl);
  const pool = openPool(config.databaseUrl, { connections: 1, name: 'lexport-create-admin' });
  try {
    const password = generatePassword();
    const id = await createUser(
      { pool },
      { email, name, organisation, role: 'admin', clearance: 'vertrouwelijk', password },
    );
    if (id === null) console.error(`There is already somebody with the address ${email}.`);
    else console.log(`${email} can sign in with this password, which is shown only now: ${password}`);
    return id !== null;
  } finally {
    await pool.end();
  }
}
