import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#contract/live-events.ts';
import type { Actor } from '#domain/access.ts';
import { isCleared } from '#domain/clearance.ts';
import { CLASSIFICATIONS, type Classification } from '#domain/definition.ts';

/** Who sits at the other end of a socket. */
export type Watcher = { actor: Actor; sessionId: string };

export type LiveServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, Watcher>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, Watcher>;

const JOB = 'job:';

/** Watchers of a job are apart by what they may see: a job can come to be classified higher while they look. */
export const jobRoom = (jobId: string, clearance: Classification) => `${JOB}${jobId}:${clearance}`;
export const jobRooms = (jobId: string, classification: Classification) =>
  CLASSIFICATIONS.filter((clearance) => isCleared(clearance, classification)).map((clearance) =>
    jobRoom(jobId, clearance),
  );
export const personRoom = (userId: string) => `person:${userId}`;

/** The jobs somebody at this process looks at. */
export function watchedJobs(io: LiveServer): string[] {
  const rooms = [...io.sockets.adapter.rooms.keys()];
  const ids = rooms
    .filter((room) => room.startsWith(JOB))
    .map((room) => room.slice(JOB.length).split(':')[0] as string);
  return [...new Set(ids)];
}
