import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#contract/live-events.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

let socket: LiveSocket | undefined;

/** The one connection of this tab, made at first use. Browser only. */
export function liveSocket(): LiveSocket {
  socket ??= io({ reconnectionDelay: 500, reconnectionDelayMax: 5_000 });
  return socket;
}
