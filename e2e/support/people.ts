import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, request } from '@playwright/test';
import { query } from './database.ts';
import { type DemoUser, demoUser, PRODUCT, type Role } from './product.ts';

export type Session = Awaited<ReturnType<APIRequestContext['storageState']>>;
export type Person = DemoUser & { session: Session };

const ours = new Map<Role, Promise<Person>>();

/**
 * This worker's own person of a role: what others have at work, the other worker's tests among them, is not in their tray, not
 * announced to them and not on their overview. Signed in once; how signing in works is for its own spec.
 */
export function ourPerson(role: Role): Promise<Person> {
  const person = ours.get(role) ?? newPerson(role);
  ours.set(role, person);
  return person;
}

/**
 * Somebody whom no other test knows: the demo user of this role once more, under an address of their own; in an organisation of
 * their own where one is named, for what an organisation hears of all its work.
 */
export async function newPerson(role: Role, organisation: string | null = null): Promise<Person> {
  const demo = demoUser(role);
  const person = { ...demo, email: `${role}-${randomUUID()}@test.lexport.example` };
  await query(
    `with own as (
       insert into organisations (id, name) select gen_random_uuid(), $3 where $3::text is not null returning id), person as (
       insert into users (id, name, email, role, organisation_id, clearance)
       select gen_random_uuid(), name, $2, role, coalesce((select id from own), organisation_id), clearance from users where email = $1
       returning id)
     insert into accounts (id, account_id, provider_id, user_id, password)
     select gen_random_uuid(), person.id, a.provider_id, person.id, a.password
     from person, accounts a join users u on u.id = a.user_id where u.email = $1`,
    [demo.email, person.email, organisation],
  );
  return { ...person, session: await newSession(person) };
}

/** One more session of this person, for a test that ends it. */
export async function newSession({ email, password }: Pick<Person, 'email' | 'password'>): Promise<Session> {
  const caller = await request.newContext({ baseURL: PRODUCT.url });
  await expect(await caller.post('/api/auth/sign-in/email', { data: { email, password } })).toBeOK();
  const session = await caller.storageState();
  await caller.dispose();
  return session;
}
