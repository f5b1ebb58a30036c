import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { verifyBytes } from './verify-bytes.ts';
import type { FromThread, ToThread } from './verify-file.ts';

/** The other side of verify-file.ts. */
parentPort?.on('message', async (message: ToThread) => {
  if ('format' in message) say({ answer: await verifyBytes(message, asked()) });
});

/** The pieces of the file, each asked for when the one before is read: more than two are never in memory. */
async function* asked(): AsyncGenerator<Uint8Array> {
  for (;;) {
    const next = parentPort && once(parentPort, 'message');
    say({ wants: 'piece' });
    const [{ piece }] = (await next) as [Extract<ToThread, { piece: unknown }>];
    if (piece === null) return;
    yield piece;
  }
}

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}
