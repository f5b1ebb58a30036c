import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import type { Progress } from '#domain/progress.ts';
import { apiGet } from './client.ts';
import { type LiveSocket, liveSocket } from './socket.ts';

/** `live`: by socket; `polling`: the socket is down and the job is asked for every few seconds; `off`: nothing is watched. */
export type Connection = 'live' | 'polling' | 'off';

type Watched = { progress: Progress | null; watchers: Set<() => void> };

const POLL_MS = 2_000;
const ACK_MS = 5_000;

/**
 * Follows jobs for all components of the tab: one watch per job however many look at it. Snapshots whose `seq` is not
 * higher than the last one are dropped; after a reconnect every job is watched anew, which brings a fresh snapshot.
 */
class JobWatcher {
  private readonly jobs = new Map<string, Watched>();
  private readonly changeListeners = new Set<(progress: Progress) => void>();
  private socket: LiveSocket | undefined;
  private poll: ReturnType<typeof setInterval> | undefined;

  /** Calls `onProgress` at every newer snapshot until the returned function is called. */
  watch(jobId: string, onProgress: () => void): () => void {
    this.connect();
    const watched = this.jobs.get(jobId) ?? { progress: null, watchers: new Set() };
    this.jobs.set(jobId, watched);
    watched.watchers.add(onProgress);
    if (watched.watchers.size === 1) this.ask(jobId);
    this.keepPolling();
    return () => {
      watched.watchers.delete(onProgress);
      if (watched.watchers.size > 0) return;
      this.jobs.delete(jobId);
      this.socket?.emit('job:unwatch', { jobId });
      this.keepPolling();
    };
  }

  latest(jobId: string): Progress | null {
    return this.jobs.get(jobId)?.progress ?? null;
  }

  connection(): Connection {
    if (this.jobs.size === 0) return 'off';
    return this.socket?.connected ? 'live' : 'polling';
  }

  /** Calls `listener` whenever a watched job's state changed, so that what was fetched about it can be fetched again. */
  onChange(listener: (progress: Progress) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  private connect(): void {
    if (this.socket) return;
    this.socket = liveSocket();
    this.socket.on('connect', () => {
      for (const jobId of this.jobs.keys()) this.ask(jobId);
      this.tellEverybody();
    });
    this.socket.on('disconnect', () => this.tellEverybody());
    this.socket.on('job:progress', (progress) => this.take(progress));
    this.socket.on('job:changed', ({ progress }) => this.take(progress));
  }

  private ask(jobId: string): void {
    if (!this.socket?.connected) return;
    this.socket.timeout(ACK_MS).emit('job:watch', { jobId }, (error, answer) => {
      if (error) this.fetch(jobId);
      else if (answer.ok) this.take(answer.progress);
    });
  }

  private take(progress: Progress): void {
    const watched = this.jobs.get(progress.jobId);
    if (!watched) return;
    const before = watched.progress;
    if (before && progress.seq <= before.seq) return;
    watched.progress = progress;
    for (const tell of watched.watchers) tell();
    // A short job may have ended before it was watched: then nobody saw it change.
    const isNews = before
      ? before.status !== progress.status || before.phase !== progress.phase
      : isFinal(progress.status);
    if (!isNews) return;
    for (const tell of this.changeListeners) tell(progress);
  }

  private tellEverybody(): void {
    this.keepPolling();
    for (const { watchers } of this.jobs.values()) for (const tell of watchers) tell();
  }

  private keepPolling(): void {
    const needed = this.connection() === 'polling';
    if (needed && this.poll === undefined) this.poll = setInterval(() => this.fetchUnfinished(), POLL_MS);
    if (!needed && this.poll !== undefined) {
      clearInterval(this.poll);
      this.poll = undefined;
    }
  }

  private fetchUnfinished(): void {
    for (const [jobId, { progress }] of this.jobs) {
      if (!progress || !isFinal(progress.status)) this.fetch(jobId);
    }
  }

  private fetch(jobId: string): void {
    // A poll that fails is simply followed by the next one.
    apiGet<Job>(`/api/v1/jobs/${jobId}`).then(
      (job) => this.take(job),
      () => undefined,
    );
  }
}

export const jobWatcher = new JobWatcher();
