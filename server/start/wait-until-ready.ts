import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from './problem.ts';

const ASK_EVERY_MS = 50;
const ANSWER_WITHIN_MS = 2_000;
const READY_WITHIN_MS = 120_000;

/** Resolves when `GET /readyz` answers 200 at this address. @throws StartProblem when it never does */
export async function waitUntilReady(host: string, port: number, stopped: AbortSignal): Promise<void> {
  const url = `http://${hostToAsk(host)}:${port}/readyz`;
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await sleep(ASK_EVERY_MS)) {
    stopped.throwIfAborted();
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
    const answer = await fetch(url, { signal }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
  }
  throw new StartProblem(`Lexport did not become ready in ${READY_WITHIN_MS / 1000} seconds. What it said is above.`);
}

function hostToAsk(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
