import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#contract/live-events.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

const AGAIN_MS = 500;

let socket: LiveSocket | undefined;

/** The one connection of this tab, made at first use. Browser only. */
export function liveSocket(): LiveSocket {
  socket ??= connect();
  return socket;
}

function connect(): LiveSocket {
  const made: LiveSocket = io({ reconnectionDelay: AGAIN_MS, reconnectionDelayMax: 5_000 });
  // Closed by the server, because the session got another number or the tab did not listen: it is not tried again by itself.
  // Where the session is over the answer is no, and that is the end of it.
  made.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') setTimeout(() => made.connect(), AGAIN_MS);
  });
  return made;
}
