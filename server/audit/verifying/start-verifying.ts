import { keepAt } from '#server/audit/keep-at.ts';
import type { Log } from '#server/log.ts';
import type { Services } from '#server/services.ts';
import { verifyTrail } from './verify-trail.ts';

/** How often, in milliseconds, a processor looks whether somebody wants the trail verified. */
const EVERY_MS = 1_000;

/** Verifies the audit trail when somebody asks for it, in this processor or in another. */
export function startVerifying(services: Pick<Services, 'pool' | 'config'> & { log: Log }): () => Promise<void> {
  let stopping = false;
  const report = (error: unknown) =>
    services.log('Verifying the audit trail failed', { error: String(error) }, 'error');
  const stop = keepAt(EVERY_MS, () => verifyTrail(services, () => stopping), report);
  return () => {
    stopping = true;
    return stop();
  };
}
