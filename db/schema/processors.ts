import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** What a processor says of itself every few seconds; for people who look after it, never for deciding who runs a job. */
export type ProcessorLoad = {
  /** Bytes of resident memory. */
  rss: number;
  /** Milliseconds: how late timers are, 99th percentile since the last word. */
  eventLoopLagMs: number;
  /** Connections of its pool, and callers that wait for one. */
  pool: { total: number; idle: number; waiting: number };
  /** Jobs in its hands. */
  jobs: string[];
};

/** One row per processor that is alive, or was lately. */
export const processors = pgTable('processors', {
  id: uuid().primaryKey(),
  host: text().notNull(),
  pid: integer().notNull(),
  version: text().notNull(),
  startedAt: moment().notNull().defaultNow(),
  heartbeatAt: moment().notNull().defaultNow(),
  load: jsonb().$type<ProcessorLoad>().notNull(),
});
