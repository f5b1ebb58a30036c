import { sql } from 'drizzle-orm';
import { check, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { HIT_DECISIONS, REDACTION_KINDS } from '#domain/redaction/kinds.ts';
import { moment } from './columns.ts';
import { jobs } from './jobs.ts';
import { organisations, users } from './people.ts';

export const redactionKind = pgEnum('redaction_kind', REDACTION_KINDS);
export const hitDecision = pgEnum('hit_decision', HIT_DECISIONS);

/** What an organisation wants found beside what everybody does; the highest version is in force. */
export const redactionSettings = pgTable(
  'redaction_settings',
  {
    organisationId: uuid()
      .primaryKey()
      .references(() => organisations.id),
    terms: text().array().notNull(),
    version: integer().notNull(),
    changedAt: moment().notNull().defaultNow(),
    changedBy: uuid()
      .notNull()
      .references(() => users.id),
  },
  () => [check('redaction_settings_version_positive', sql`version > 0`)],
);

/**
 * Which number a value has within a batch. The value itself is not here: only its hash under a key that no table holds, so that
 * these rows say nothing to whoever has just the database.
 */
export const redactionPlaceholders = pgTable(
  'redaction_placeholders',
  {
    /** The batch; of a job done anew the batch it was in first. */
    scope: uuid().notNull(),
    kind: redactionKind().notNull(),
    valueHash: text().notNull(),
    number: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.kind, table.valueHash] }),
    unique('redaction_placeholders_number').on(table.scope, table.kind, table.number),
    check('redaction_placeholders_number_positive', sql`number > 0`),
  ],
);

/** Jobs all of whose values have their numbers. */
export const redactionNumbered = pgTable('redaction_numbered', {
  jobId: uuid()
    .primaryKey()
    .references(() => jobs.id),
  at: moment().notNull().defaultNow(),
});

/** What a `redact` job found: where, not what. Nothing here has to be redacted later. */
export const redactionHits = pgTable(
  'redaction_hits',
  {
    jobId: uuid()
      .notNull()
      .references(() => jobs.id),
    position: integer().notNull(),
    /** Its number within the item, from 0: by version, field and place. */
    ordinal: integer().notNull(),
    /** The version it stands in: the one the plan is about, or an earlier one when only that has the value. */
    version: integer().notNull(),
    /** Which text of the definition, see map-texts.ts. */
    path: text().notNull(),
    /** In UTF-16 code units, from here up to `stopsAt`. */
    startsAt: integer().notNull(),
    stopsAt: integer().notNull(),
    kind: redactionKind().notNull(),
    /** Of its placeholder. */
    number: integer().notNull(),
    decision: hitDecision().notNull().default('redact'),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.position, table.ordinal] }),
    check('redaction_hits_range', sql`starts_at >= 0 and starts_at < stops_at`),
  ],
);
