import { setTimeout as wait } from 'node:timers/promises';
import { hashPassword } from 'better-auth/crypto';
import { freePort } from '#db/embedded/free-port.ts';
import { ensureOrganisation } from '#db/queries/ensure-organisation.ts';
import { insertUser } from '#db/queries/insert-user.ts';
import type { Actor } from '#domain/access.ts';
import { environmentOf } from '#server/config.ts';
import { cookiesOf } from '#server/http/testing/test-client.ts';
import type { Ground } from './ground.ts';
import { type Started, startProgram } from './processors.ts';

const PROGRAM = 'server/chaos/web-without-pages.ts';
const PASSWORD = 'a long enough password for chaos';
const READY_WITHIN_MS = 60_000;

export type Web = {
  url: string;
  /** Starts it and resolves when it answers. */
  start(): Promise<Started>;
  /** A lead who has signed in, with the cookie that says so. */
  signIn(): Promise<{ actor: Actor; cookie: string }>;
};

/** The web process of a ground, at one address however often it is started. */
export async function openWeb({ config, services: { pool }, running }: Ground): Promise<Web> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...environmentOf({ ...config, port, host: '127.0.0.1', publicUrl: url }), LOG_LEVEL: 'error' };
  return {
    url,
    async start() {
      const started = startProgram([PROGRAM], env);
      running.push(started);
      for (const until = performance.now() + READY_WITHIN_MS; ; await wait(100)) {
        const answers = await fetch(`${url}/livez`).then(
          (answer) => answer.ok,
          () => false,
        );
        if (answers) return started;
        if (performance.now() > until) throw new Error(`The web process does not answer: ${started.tail()}`);
      }
    },
    async signIn() {
      const organisationId = await ensureOrganisation(pool, 'Watching');
      const email = `${crypto.randomUUID()}@example.org`;
      const passwordHash = await hashPassword(PASSWORD);
      const id = (await insertUser(pool, {
        name: 'Watcher',
        email,
        role: 'lead',
        organisationId,
        clearance: 'vertrouwelijk',
        passwordHash,
      })) as string;
      const answer = await fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email, password: PASSWORD }),
      });
      if (!answer.ok) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`);
      const origin = { ip: '127.0.0.1', userAgent: 'chaos', correlationId: 'chaos' };
      const actor: Actor = { id, name: 'Watcher', role: 'lead', organisationId, clearance: 'vertrouwelijk', origin };
      return { actor, cookie: cookiesOf(answer.headers) };
    },
  };
}
