import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#contract/live-events.ts';
import type { Actor } from '#domain/access.ts';

/** Who sits at the other end of a socket. */
export type Watcher = { actor: Actor; sessionId: string };

export type LiveServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, Watcher>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, Watcher>;

const JOB = 'job:';

export const jobRoom = (jobId: string) => `${JOB}${jobId}`;
export const personRoom = (userId: string) => `person:${userId}`;

/** The jobs somebody at this process looks at. */
export function watchedJobs(io: LiveServer): string[] {
  const rooms = [...io.sockets.adapter.rooms.keys()];
  return rooms.filter((room) => room.startsWith(JOB)).map((room) => room.slice(JOB.length));
}
