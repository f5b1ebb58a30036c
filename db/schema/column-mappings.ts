import { sql } from 'drizzle-orm';
import { check, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { TableMapping } from '#domain/read-choices.ts';
import { moment } from './columns.ts';
import { organisations, users } from './people.ts';

/** What an organisation made of the columns of a table, to be recognised by their names. */
export const columnMappings = pgTable(
  'column_mappings',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Of the set of names: see headersKey. */
    headersKey: text().notNull(),
    headers: text().array().notNull(),
    mapping: jsonb().$type<TableMapping>().notNull(),
    /** What people call it; null: by the names of its columns. */
    name: text(),
    savedAt: moment().notNull().defaultNow(),
    savedBy: uuid()
      .notNull()
      .references(() => users.id),
    /** By an import that began; null: never since it was saved. */
    lastUsedAt: moment(),
    lastUsedBy: uuid().references(() => users.id),
  },
  (table) => [
    unique().on(table.organisationId, table.headersKey),
    check('column_mappings_headers_named', sql`cardinality(headers) > 0`),
    check('column_mappings_named', sql`name is null or name <> ''`),
  ],
);
