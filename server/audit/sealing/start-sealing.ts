import { keepAt } from '#server/audit/keep-at.ts';
import type { Log } from '#server/log.ts';
import type { Services } from '#server/services.ts';
import { watchHorizon } from './horizon.ts';
import { type SealingProblem, sealBlock } from './seal-block.ts';

/** How often, in milliseconds, a processor looks for entries to seal. */
const EVERY_MS = 1_000;

/** What an operator can do about it. */
const ADVICE: Readonly<Record<SealingProblem, string>> = {
  no_key:
    'The audit trail is not sealed: its private key is not there. Put the file back, or run npm run audit-key -- replace',
  other_key:
    'The audit trail is not sealed: the private key here is not the one in use. Put that one back, or run npm run audit-key -- replace',
  truncated:
    'The audit trail is not sealed: blocks this installation remembers are not in the database. Have the trail verified',
};

type Sealing = Pick<Services, 'pool' | 'config'> & { log: Log };

/** Seals the audit trail, in this processor or in another: one at a time does it. */
export function startSealing(services: Sealing): () => Promise<void> {
  const { config, log } = services;
  if (!config.auditSealing) return async () => {};
  const horizon = watchHorizon(services);
  let said: SealingProblem | null = null;
  let stopped = false;
  const work = async () => {
    const options = { upTo: await horizon(), waitSeconds: config.limits.auditSealSeconds };
    let outcome = await sealBlock(services, options);
    while (typeof outcome === 'object' && !stopped) {
      said = null;
      outcome = await sealBlock(services, options);
    }
    if (typeof outcome === 'string' && outcome in ADVICE && outcome !== said) {
      said = outcome as SealingProblem;
      log(ADVICE[said], { problem: said }, 'error');
    }
  };
  const stop = keepAt(EVERY_MS, work, (error) => log('A round of sealing failed', { error: String(error) }));
  return () => {
    stopped = true;
    return stop();
  };
}
