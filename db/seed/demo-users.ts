import { randomInt } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashPassword } from 'better-auth/crypto';
import type { Sql } from '#db/client.ts';
import { insertUser } from '#db/queries/insert-user.ts';
import { setPassword } from '#db/queries/set-password.ts';
import type { Role } from '#domain/access.ts';
import type { Classification } from '#domain/definition.ts';

type DemoPerson = {
  role: Role;
  email: string;
  name: string;
  organisation: DemoOrganisation;
  clearance: Classification;
};
export type DemoUser = Omit<DemoPerson, 'clearance'> & { password: string };

/** The first one owns the samples and employs one person per role. */
export const DEMO_ORGANISATIONS = [
  'Openbaar Ministerie',
  'Dienst Justitiële Inrichtingen',
  'Immigratie- en Naturalisatiedienst',
] as const;
type DemoOrganisation = (typeof DEMO_ORGANISATIONS)[number];

const PEOPLE: readonly DemoPerson[] = [
  {
    role: 'viewer',
    email: 'viewer@demo.lexport.example',
    clearance: 'intern',
    name: 'Vera Visser',
    organisation: 'Openbaar Ministerie',
  },
  {
    role: 'editor',
    email: 'editor@demo.lexport.example',
    clearance: 'intern',
    name: 'Emre Demir',
    organisation: 'Openbaar Ministerie',
  },
  {
    role: 'lead',
    email: 'lead@demo.lexport.example',
    clearance: 'vertrouwelijk',
    name: 'Lotte de Vries',
    organisation: 'Openbaar Ministerie',
  },
  {
    role: 'auditor',
    email: 'auditor@demo.lexport.example',
    clearance: 'vertrouwelijk',
    name: 'Anouk Jansen',
    organisation: 'Openbaar Ministerie',
  },
  {
    role: 'admin',
    email: 'admin@demo.lexport.example',
    clearance: 'vertrouwelijk',
    name: 'Adam Bakker',
    organisation: 'Openbaar Ministerie',
  },
  // Two of another organisation, to see what is shared and what a lower clearance leaves of it.
  {
    role: 'editor',
    email: 'editor-dji@demo.lexport.example',
    clearance: 'intern',
    name: 'Dirk Jonker',
    organisation: 'Dienst Justitiële Inrichtingen',
  },
  {
    role: 'viewer',
    email: 'viewer-dji@demo.lexport.example',
    clearance: 'openbaar',
    name: 'Iris Post',
    organisation: 'Dienst Justitiële Inrichtingen',
  },
];
/** Without characters that people mistake for one another. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const PASSWORD_LENGTH = 16;

/** One person per role and two elsewhere. Passwords are those of `demo-users.json` where it has them; the others are made up and set anew. */
export async function ensureDemoUsers(
  sql: Sql,
  organisations: ReadonlyMap<string, string>,
  dataDir: string,
): Promise<DemoUser[]> {
  const known = await readDemoUsers(dataDir);
  const users: DemoUser[] = [];
  for (const { clearance, ...person } of PEOPLE) {
    const before = known.find((user) => user.email === person.email);
    const password = before?.password ?? makePassword();
    users.push({ ...person, password });
    if (before && (await exists(sql, person.email))) continue;
    const passwordHash = await hashPassword(password);
    const { organisation, ...rest } = person;
    const organisationId = organisations.get(organisation) as string;
    const added = await insertUser(sql, { ...rest, clearance, organisationId, passwordHash });
    if (added === null) await setPassword(sql, { email: person.email, passwordHash });
  }
  return users;
}

/** Writes `demo-users.json` for its owner alone, whole or not at all. */
export async function writeDemoUsers(dataDir: string, users: readonly DemoUser[]): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'demo-users.json');
  await writeFile(`${path}.part`, `${JSON.stringify(users, null, 2)}\n`, { mode: 0o600 });
  await chmod(`${path}.part`, 0o600);
  await rename(`${path}.part`, path);
}

async function readDemoUsers(dataDir: string): Promise<DemoUser[]> {
  try {
    const users: unknown = JSON.parse(await readFile(join(dataDir, 'demo-users.json'), 'utf8'));
    return Array.isArray(users)
      ? users.filter((user) => typeof user?.email === 'string' && typeof user?.password === 'string')
      : [];
  } catch {
    return [];
  }
}

async function exists(sql: Sql, email: string): Promise<boolean> {
  const { rowCount } = await sql.query('SELECT 1 FROM users WHERE email = $1', [email]);
  return rowCount === 1;
}

function makePassword(): string {
  return Array.from({ length: PASSWORD_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
