import type { OwnedProgress } from '#db/queries/read-progress.ts';
import { isFinal, type JobStatus } from '#domain/job-status.ts';
import type { Progress } from '#domain/progress.ts';
import { jobRooms, type LiveServer, personRoom } from './live-server.ts';
import { type Throttled, throttleByKey } from './throttle-by-key.ts';

/** What whoever tells of events publishes: the people whose inboxes have changed. */
export type InboxMessage = { inboxes: string[] };
/** What ending a session or revoking a key publishes: which sockets are closed. */
export type EndedMessage = { ended: string[] };
/** What is published when somebody may see something else than before: the person whose sockets are to begin anew. */
export type DisconnectMessage = { disconnect: string };
/** What the processor publishes: where a job stands, and whether its state moved or only its counters. */
export type ProgressMessage = OwnedProgress & { changed: boolean };

const INBOX_EVERY_MS = 1_000;

/** Passes messages on to those who watch; remembers what each job was last said to be, so that nothing goes back in time. */
export class FanOut {
  private readonly io: LiveServer;
  private readonly said = new Map<string, Progress>();
  /** The sequence number of the newest row that a new watcher was shown; what others were said is not newer for it. */
  private readonly shown = new Map<string, number>();
  /** A person with ten jobs need not fetch the list ten times a second. */
  private readonly tellInbox: Throttled;
  private readonly tellNotifications: Throttled;

  constructor(io: LiveServer) {
    this.io = io;
    this.tellInbox = throttleByKey(INBOX_EVERY_MS, (userId) => io.to(personRoom(userId)).emit('inbox:changed'));
    this.tellNotifications = throttleByKey(INBOX_EVERY_MS, (userId) =>
      io.to(personRoom(userId)).emit('notifications:changed'),
    );
  }

  deliver({ progress, createdBy, classification, changed }: ProgressMessage): void {
    const before = this.said.get(progress.jobId);
    if (progress.seq < Math.max(before?.seq ?? 0, this.shown.get(progress.jobId) ?? 0)) return;
    const room = this.io.to(jobRooms(progress.jobId, classification));
    if (changed || (before && before.status !== progress.status)) {
      room.emit('job:changed', { jobId: progress.jobId, status: progress.status, progress });
      this.tellInbox(createdBy);
    } else {
      room.volatile.emit('job:progress', progress);
    }
    this.said.set(progress.jobId, progress);
  }

  disconnect({ disconnect }: DisconnectMessage): void {
    this.io.in(personRoom(disconnect)).disconnectSockets(true);
  }

  deliverInboxes({ inboxes }: InboxMessage): void {
    for (const userId of inboxes) this.tellNotifications(userId);
  }

  /**
   * What a new watcher is shown first: the row as just read, or what was said while it was read. A message of before that is
   * still on its way is not passed on any more; should it have been a change, the next look at all jobs makes up for it.
   */
  show(row: Progress): Progress {
    const said = this.said.get(row.jobId);
    if (said && said.seq > row.seq) return said;
    this.shown.set(row.jobId, Math.max(row.seq, this.shown.get(row.jobId) ?? 0));
    return row;
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
    for (const known of [this.said, this.shown])
      for (const jobId of known.keys()) if (!kept.has(jobId)) known.delete(jobId);
  }

  stop(): void {
    this.tellInbox.stop();
    this.tellNotifications.stop();
  }
}
