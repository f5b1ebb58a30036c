import { z } from 'zod';
import type { WatchAnswer } from '#contract/live-events.ts';
import type { OwnedProgress } from '#db/queries/read-progress.ts';
import { isCleared } from '#domain/clearance.ts';
import { type FindJob, visibleJob } from '#server/batches/visible-job.ts';
import { problemOf } from '#server/http/problem-of.ts';
import type { Services } from '#server/services.ts';
import type { FanOut } from './fan-out.ts';
import { jobRoom, type LiveSocket } from './live-server.ts';

/** Nobody looks at so many jobs at once; a program that does may poll. */
const MOST_ROOMS = 500;
const request = z.object({ jobId: z.uuid() });

export type Watching = {
  fanOut: FanOut;
  findJob: FindJob;
  readProgress: (jobId: string) => Promise<OwnedProgress | null>;
};

/** Lets a person follow a job they may see. The snapshot is read after joining, so that nothing falls in between. */
export async function watchJob(
  services: Services,
  { fanOut, findJob, readProgress }: Watching,
  socket: LiveSocket,
  asked: unknown,
): Promise<WatchAnswer> {
  try {
    const { jobId } = request.parse(asked);
    const { actor } = socket.data;
    await visibleJob(services, actor, jobId, findJob);
    if (socket.rooms.size >= MOST_ROOMS) return { ok: false, code: 'too_many_requests' };
    await socket.join(jobRoom(jobId, actor.clearance));
    const owned = await readProgress(jobId);
    // It may have come to be classified higher since it was looked at.
    const seen = owned && isCleared(actor.clearance, owned.classification);
    return seen ? { ok: true, progress: fanOut.show(owned.progress) } : { ok: false, code: 'not_found' };
  } catch (error) {
    return { ok: false, code: problemOf(error, 'en')?.code ?? 'internal' };
  }
}

export function unwatchJob(socket: LiveSocket, asked: unknown): void {
  const { success, data } = request.safeParse(asked);
  if (success) void socket.leave(jobRoom(data.jobId, socket.data.actor.clearance));
}
