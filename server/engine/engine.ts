import type pg from 'pg';
import type { OperationName } from '#domain/operation-names.ts';
import type { Config } from '#server/config.ts';
import type { Log } from '#server/log.ts';
import type { Operation } from '#server/operations/operation.ts';
import type { Queue } from '#server/queue/queue.ts';
import type { Storage } from '#server/storage/storage.ts';

/** What the engine works with; the operations are handed in by the composition root, so that it knows none by name. */
export type Engine = {
  pool: pg.Pool;
  storage: Storage;
  config: Config;
  operations: Readonly<Record<OperationName, Operation>>;
  /** Aborts when this processor is asked to stop. */
  stopping: AbortSignal;
  queue: Queue;
  /** The memory this process has, in bytes. */
  memoryUsed(): number;
  /** The jobs in this processor's hands, by the fence of their claim. */
  atWork: Map<string, string>;
  log: Log;
};
