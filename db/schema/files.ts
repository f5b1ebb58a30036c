import { sql } from 'drizzle-orm';
import { bigint, check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { ARTIFACT_KINDS } from '#domain/artifact-kinds.ts';
import type { Provenance } from '#domain/provenance.ts';
import { moment } from './columns.ts';
import { classification, organisations, users } from './people.ts';

export const uploads = pgTable(
  'uploads',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
    /** Who vouches for it, as that was when it came in; its files were not looked at then. */
    provenance: jsonb().$type<Provenance>(),
    /** The clearance of who uploaded it, until an import has read it and knows better. */
    classification: classification().notNull().default('vertrouwelijk'),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
  },
  (table) => [index().on(table.organisationId, table.sha256), check('uploads_size_positive', sql`size > 0`)],
);

export const artifacts = pgTable(
  'artifacts',
  {
    id: uuid().primaryKey(),
    jobId: uuid().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    kind: text({ enum: ARTIFACT_KINDS }).notNull(),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
  },
  (table) => [index().on(table.jobId)],
);
