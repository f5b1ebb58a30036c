import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient, WatchAnswer } from '#contract/live-events.ts';
import type { Progress } from '#domain/progress.ts';

type Client = Socket<ServerToClient, ClientToServer>;

export type Watchers = {
  sockets: Client[];
  /** How long after each connection its snapshot was there, in milliseconds. */
  snapshotMs: number[];
  /** Snapshots that were older than what was committed when the connection was made. */
  stale(): number;
  /** Events that went back in time at a client. */
  fallen(): number;
  /** How many clients have heard that it is in this state. */
  heard(status: Progress['status']): number;
  /** How old each progress event was when it came, in milliseconds. */
  ages: number[];
  close(): void;
};

type Watched = { url: string; cookie: string; jobId: string; committedSeq(): number };

/** So many clients that watch one job, and watch it again whenever they are connected again, as a browser does. */
export function openWatchers(count: number, { url, cookie, jobId, committedSeq }: Watched): Watchers {
  const snapshotMs: number[] = [];
  const ages: number[] = [];
  const statuses = new Map<Client, Progress['status']>();
  let [stale, fallen] = [0, 0];

  const open = (): Client => {
    const socket: Client = io(url, {
      transports: ['websocket'],
      extraHeaders: { Cookie: cookie },
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 1_000,
    });
    let last = 0;
    const hear = (progress: Progress) => {
      if (progress.seq < last) fallen++;
      last = progress.seq;
      statuses.set(socket, progress.status);
    };
    socket.on('connect', () => {
      const [connected, committed] = [performance.now(), committedSeq()];
      socket.emit('job:watch', { jobId }, (answer: WatchAnswer) => {
        snapshotMs.push(performance.now() - connected);
        if (!answer.ok || answer.progress.seq < committed) stale++;
        if (answer.ok) hear(answer.progress);
      });
    });
    socket.on('job:progress', (progress) => {
      ages.push(Date.now() - Date.parse(progress.updatedAt));
      hear(progress);
    });
    socket.on('job:changed', ({ progress }) => hear(progress));
    return socket;
  };

  const sockets = Array.from({ length: count }, open);
  return {
    sockets,
    snapshotMs,
    ages,
    stale: () => stale,
    fallen: () => fallen,
    heard: (status) => [...statuses.values()].filter((one) => one === status).length,
    close: () => {
      for (const socket of sockets) socket.disconnect();
    },
  };
}
