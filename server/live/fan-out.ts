import { isFinal, type JobStatus } from '#domain/job-status.ts';
import type { Progress } from '#domain/progress.ts';
import { jobRoom, type LiveServer, personRoom } from './live-server.ts';
import { type Throttled, throttleByKey } from './throttle-by-key.ts';

/** What the processor publishes: where a job stands, and whether its state moved or only its counters. */
export type ProgressMessage = { progress: Progress; createdBy: string; organisationId: string; changed: boolean };

const INBOX_EVERY_MS = 1_000;

/** Passes messages on to those who watch; remembers what each job was last said to be, so that nothing goes back in time. */
export class FanOut {
  private readonly io: LiveServer;
  private readonly said = new Map<string, { seq: number; status: JobStatus }>();
  /** A person with ten jobs need not fetch the list ten times a second. */
  private readonly tellInbox: Throttled;

  constructor(io: LiveServer) {
    this.io = io;
    this.tellInbox = throttleByKey(INBOX_EVERY_MS, (userId) => io.to(personRoom(userId)).emit('inbox:changed'));
  }

  deliver({ progress, createdBy, changed }: ProgressMessage): void {
    const before = this.said.get(progress.jobId);
    if (before && progress.seq < before.seq) return;
    const room = this.io.to(jobRoom(progress.jobId));
    if (changed || (before && before.status !== progress.status)) {
      room.emit('job:changed', { jobId: progress.jobId, status: progress.status, progress });
      this.tellInbox(createdBy);
    } else {
      room.volatile.emit('job:progress', progress);
    }
    this.said.set(progress.jobId, { seq: progress.seq, status: progress.status });
  }

  /** Whether watchers have heard of this state; a NOTIFY can be lost. */
  hasSaid(jobId: string, state: { seq: number; status: JobStatus }): boolean {
    const before = this.said.get(jobId);
    return before !== undefined && before.seq >= state.seq && before.status === state.status;
  }

  /** Jobs that are over, as far as watchers were told. */
  isOver(jobId: string): boolean {
    const before = this.said.get(jobId);
    return before !== undefined && isFinal(before.status);
  }

  /** Keeps only what is about these jobs. */
  forgetAllBut(jobIds: readonly string[]): void {
    const kept = new Set(jobIds);
    for (const jobId of this.said.keys()) if (!kept.has(jobId)) this.said.delete(jobId);
  }

  stop(): void {
    this.tellInbox.stop();
  }
}
