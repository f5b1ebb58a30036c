import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { PROFILES, type RuleModes, type Spelling } from '#domain/validation/settings.ts';
import { moment } from './columns.ts';
import { organisations, users } from './people.ts';

export const ruleProfile = pgEnum('rule_profile', PROFILES);

/**
 * How an organisation wants its definitions checked. Every version stays, because results name the version they were found
 * with; the highest one is in force.
 */
export const ruleSettings = pgTable(
  'rule_settings',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    version: integer().notNull(),
    profile: ruleProfile().notNull(),
    modes: jsonb().$type<RuleModes>().notNull(),
    spellings: jsonb().$type<Spelling[]>().notNull(),
    foreignWords: jsonb().$type<Spelling[]>().notNull(),
    abbreviations: text().array().notNull(),
    createdAt: moment().notNull().defaultNow(),
    createdBy: uuid().references(() => users.id),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.version] }),
    check('rule_settings_version_positive', sql`version > 0`),
  ],
);
