import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { findVisibleJob } from '#db/queries/list-jobs.ts';
import { PROGRESS_CHANNEL } from '#db/queries/publish-progress.ts';
import { readProgressRow } from '#db/queries/read-progress.ts';
import type { Sight } from '#domain/clearance.ts';
import type { Auth } from '#server/auth/auth.ts';
import type { FindJob } from '#server/batches/visible-job.ts';
import { isOwnOrigin } from '#server/http/is-own-origin.ts';
import { logError } from '#server/http/log-error.ts';
import type { Services } from '#server/services.ts';
import { aFewAtOnce } from './a-few-at-once.ts';
import {
  type DisconnectMessage,
  type EndedMessage,
  FanOut,
  type InboxMessage,
  type ProgressMessage,
} from './fan-out.ts';
import { identifySocket } from './identify-socket.ts';
import { listen } from './listen.ts';
import { type LiveServer, type LiveSocket, personRoom } from './live-server.ts';
import { readTogether } from './read-together.ts';
import { repeat } from './repeat.ts';
import { sweep } from './sweep.ts';
import { unwatchJob, type Watching, watchJob } from './watch-job.ts';

const SWEEP_EVERY_MS = 1_000;
const IDENTIFY_AT_ONCE = 4;
const CHECK_SESSIONS_EVERY_MS = 60_000;
const MAX_MESSAGE_BYTES = 100_000;
/** Packets waiting for a client that does not take them; the next connection begins with a fresh snapshot anyway. */
const MOST_WAITING = 256;

export type Live = {
  stop(): Promise<void>;
};

/** Live progress over Socket.IO, on the same server and for the same sessions as the API. Nothing is commanded here. */
export function startLive(http: HttpServer, services: Services, auth: Auth): Live {
  const { config } = services;
  const io: LiveServer = new Server(http, {
    path: '/socket.io',
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    allowRequest: ({ headers: { origin, host } }, answer) =>
      answer(null, origin === undefined || isOwnOrigin(origin, host, config.publicUrl)),
  });
  // After a restart of web all who watch come back at once. Asking for all of them at once opens every connection there may be to
  // a database that answers no faster for it, and whoever is in already waits behind those.
  const identify = aFewAtOnce(IDENTIFY_AT_ONCE, (socket: LiveSocket) =>
    identifySocket(services, auth, socket.handshake),
  );
  io.use((socket, next) => {
    identify(socket).then(
      (watcher) => (watcher ? next(void Object.assign(socket.data, watcher)) : next(new Error('not_signed_in'))),
      () => next(new Error('unavailable')),
    );
  });
  const fanOut = new FanOut(io);
  const readProgress = readTogether((jobId) => readProgressRow(services.pool, jobId));
  const findJob = findTogether(services);
  io.on('connection', (socket) => serve(services, { fanOut, findJob, readProgress }, socket));

  const listening = listen(config.databaseUrl, PROGRESS_CHANNEL, (payload) => {
    const message = parse(payload);
    if (message === null) return;
    if ('ended' in message) closeEnded(io, message.ended);
    else if ('disconnect' in message) fanOut.disconnect(message);
    else if ('inboxes' in message) fanOut.deliverInboxes(message);
    else fanOut.deliver(message);
  });
  const report = (error: unknown) => logError(config, error, { part: 'live' });
  const sweeping = repeat(SWEEP_EVERY_MS, () => sweep(services, io, fanOut).then(() => dropSlow(io)), report);
  const checking = repeat(CHECK_SESSIONS_EVERY_MS, () => dropEnded(io, services, auth), report);
  return {
    async stop() {
      sweeping.stop();
      checking.stop();
      fanOut.stop();
      await listening.stop();
      await io.close();
    },
  };
}

/** Those who may see the same and watch the same job share looking whether it is there. */
function findTogether({ pool }: Services): FindJob {
  const find = readTogether((key) => {
    const [id, sight] = JSON.parse(key) as [string, Sight];
    return findVisibleJob(pool, id, sight);
  });
  return (id, sight) => find(JSON.stringify([id, sight]));
}

function serve(services: Services, watching: Watching, socket: LiveSocket): void {
  void socket.join(personRoom(socket.data.actor.id));
  socket.on('job:watch', async (request, answer) => {
    const reply = await watchJob(services, watching, socket, request);
    if (typeof answer === 'function') answer(reply);
  });
  socket.on('job:unwatch', (request) => unwatchJob(socket, request));
}

function dropSlow(io: LiveServer): void {
  for (const socket of io.sockets.sockets.values()) {
    const { writeBuffer } = socket.conn as unknown as { writeBuffer: unknown[] };
    if (writeBuffer.length > MOST_WAITING) socket.disconnect(true);
  }
}

/** Whoever’s session was ended, or whose key was revoked, anywhere, hears nothing more. */
function closeEnded(io: LiveServer, ended: readonly string[]): void {
  for (const socket of io.sockets.sockets.values()) if (ended.includes(socket.data.sessionId)) socket.disconnect(true);
}

/** Sockets live longer than requests: a session that ended or a role that changed must be noticed here as well. */
async function dropEnded(io: LiveServer, services: Services, auth: Auth): Promise<void> {
  for (const socket of io.sockets.sockets.values()) {
    const now = await identifySocket(services, auth, socket.handshake);
    const { actor } = socket.data;
    const same =
      now?.actor.role === actor.role &&
      now.actor.organisationId === actor.organisationId &&
      now.actor.clearance === actor.clearance;
    if (!same) socket.disconnect(true);
  }
}

type Message = ProgressMessage | InboxMessage | EndedMessage | DisconnectMessage;

function parse(payload: string): Message | null {
  try {
    const message = JSON.parse(payload) as Message;
    if ('inboxes' in message || 'ended' in message || 'disconnect' in message) return message;
    return typeof message.progress?.jobId === 'string' ? message : null;
  } catch {
    return null;
  }
}
