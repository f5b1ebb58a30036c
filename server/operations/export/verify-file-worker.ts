import { parentPort } from 'node:worker_threads';
import { type VerifyOrder, verifyBytes } from './verify-bytes.ts';

/** The other side of verify-file.ts. */
parentPort?.on('message', async (order: VerifyOrder) => parentPort?.postMessage(await verifyBytes(order)));
