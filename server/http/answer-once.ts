import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  AT_WORK,
  claimIdempotencyKey,
  releaseIdempotencyKey,
  storeIdempotentAnswer,
} from '#db/queries/idempotency-keys.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { oneAtATime } from '#server/auth/one-at-a-time.ts';
import type { Services } from '#server/services.ts';

const LOOK_AGAIN_MS = 50;
const GIVE_UP_MS = 30_000;
const ACCEPTABLE = /^[\x21-\x7e]{1,200}$/;

/** An answer as it is sent: its JSON is kept as text, for a database that sorts keys must not change it. */
export type OnceAnswer = { status: number; json: string; headers: Record<string, string> };
export type OnceRequest = { key: string; request: unknown };

/**
 * Runs `work` at most once per person and `Idempotency-Key`; everybody else with the key gets the first answer. A call that
 * fails gives the key back. Within a process callers queue up; between processes they look again until there is an answer.
 * @throws Problem `idempotency_mismatch` when the key was used for another request
 */
export async function answerOnce(
  services: Pick<Services, 'pool' | 'config'>,
  actor: Actor,
  { key, request }: OnceRequest,
  work: () => Promise<OnceAnswer>,
): Promise<{ answer: OnceAnswer; replayed: boolean }> {
  if (!ACCEPTABLE.test(key)) throw badKey();
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
  return oneAtATime(`idempotency:${actor.id}:${key}`, () =>
    claimAndWork(services, { actorId: actor.id, key, requestHash }, work),
  );
}

type Claim = { actorId: string; key: string; requestHash: string };

async function claimAndWork(
  { pool, config }: Pick<Services, 'pool' | 'config'>,
  claim: Claim,
  work: () => Promise<OnceAnswer>,
): Promise<{ answer: OnceAnswer; replayed: boolean }> {
  const until = Date.now() + GIVE_UP_MS;
  for (;;) {
    const reading = await claimIdempotencyKey(pool, { ...claim, hours: config.limits.idempotencyHours });
    if (reading.claimed) break;
    if (reading.requestHash !== claim.requestHash) throw new Problem('idempotency_mismatch');
    if (reading.status !== AT_WORK) return { answer: reading.response as OnceAnswer, replayed: true };
    if (Date.now() > until) throw new Problem('unavailable');
    await pause(LOOK_AGAIN_MS);
  }
  try {
    const answer = await work();
    await storeIdempotentAnswer(pool, claim, { status: answer.status, response: answer });
    return { answer, replayed: false };
  } catch (error) {
    await releaseIdempotencyKey(pool, claim).catch(() => {});
    throw error;
  }
}

function badKey(): Problem {
  return new Problem('invalid_request', {}, [
    { path: 'Idempotency-Key', code: 'invalid_format', message: '1 to 200 visible ASCII characters.' },
  ]);
}
