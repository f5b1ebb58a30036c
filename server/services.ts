import type pg from 'pg';
import type { Config } from '#server/config.ts';
import type { Queue } from '#server/queue/queue.ts';
import type { Storage } from '#server/storage/storage.ts';

/** What every use case is handed: made once in a composition root, passed along, never reached for. */
export type Services = { pool: pg.Pool; storage: Storage; queue: Queue; config: Config };
