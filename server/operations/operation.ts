import type pg from 'pg';
import type { Connection, Sql } from '#db/client.ts';
import type { Author } from '#db/queries/apply-definitions.ts';
import type { Tally } from '#db/queries/commit-chunk.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import type { UndoTally } from '#db/queries/undo-definitions.ts';
import type { Classification } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import type { Phase } from '#domain/progress.ts';
import type { Limits } from '#server/config.ts';
import type { SealingKey } from '#server/seal/keys.ts';
import type { Storage } from '#server/storage/storage.ts';

/** What an operation is handed: the job, who asked for it, and where its data is. */
export type Work = {
  job: JobRow;
  author: Author;
  pool: pg.Pool;
  storage: Storage;
  limits: Limits;
  /** Of this installation; keys are derived from it. */
  secret: string;
  /** The key this installation signs with; null: it is not on this machine. */
  signingKey(): Promise<SealingKey | null>;
  signal: AbortSignal;
};

export type CheckWork = Work & {
  /** Says how far the check is; throws when the job was stopped or taken over, so that the check ends there. */
  advance(phase: Phase, checked: number, total: number): Promise<void>;
  /** Writes in one transaction what was found so far; throws, and writes nothing, when the job is not this processor's any more. */
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
};

/** What an operation ends a job with when no retry will mend it: a code of `FINDING_TEXTS`, and what goes into its words. */
export class JobFailed extends Error {
  override name = 'JobFailed';
  readonly code: string;
  readonly params: Record<string, string | number>;

  constructor(code: string, params: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** What a check found. `levels`: the dependency level per order of work, see planChunks. */
export type Checked = {
  total: number;
  levels: Int32Array;
  plan: Record<string, number>;
  /** How many items will fail when the plan is carried out. */
  failing: number;
  /** The highest of all items, where the check finds that out; absent: it stays as it was when they were frozen. */
  classification?: Classification;
  /** Remarks on the whole; one with severity `error` refuses the job. */
  findings: Finding[];
};

/** Consecutive orders of work, inclusive. */
export type WorkRange = { number: number; first: number; last: number };

/** What is taken back at once: chunks that follow each other, from `number` on, or one item of them. */
export type UndoRange = WorkRange & { chunks: number };

export type Applied = {
  tally: Tally;
  items: number;
  /** The term worked on last. */
  lastTerm: string | null;
  /** Kept with the chunk until the end; plain JSON. */
  output?: unknown;
};

/**
 * One kind of work. The engine calls these and knows no operation by name; an operation knows nothing of queues, lanes or
 * states. Adding one is a folder here and a line in registry.ts.
 */
export interface Operation {
  /** A job that leaves the size of its chunks to us gets none smaller than this on account of their time: here each one costs more than its items. */
  leastPerChunk?: number;
  /** Its chunks write versions of definitions, which others are about to read. */
  writesVersions?: true;
  /** Looks at everything before anything is written; may be called again after a crash. Absent: nothing to look at. */
  check?(work: CheckWork): Promise<Checked>;
  /** Before the first chunk, and again when another processor takes over: what chunks need that no chunk can do by itself. `look` throws when the job was stopped. */
  prepare?(work: Work & { look(): Promise<void> }): Promise<void>;
  /** Does one chunk and records the outcome of its items, in the caller's transaction. */
  apply(sql: Connection, work: Work, range: WorkRange): Promise<Applied>;
  /** Takes a few chunks back, outcomes included, in the caller's transaction. */
  undo(sql: Sql, work: Work, range: UndoRange): Promise<UndoTally>;
  /** After the last chunk, or after a stop that keeps what is done: links, files. May be called again after a crash. */
  finish(work: Work): Promise<void>;
  /** After everything was taken back: removes what is left in the file storage. */
  discard(work: Work): Promise<void>;
}
