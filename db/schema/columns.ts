import { customType, timestamp } from 'drizzle-orm/pg-core';

/** A moment, to the microsecond in the database. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });

/** The full-text column of Postgres; only ever written by the database itself. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Hashes, keys and signatures. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
