import { sql } from 'drizzle-orm';
import { check, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { REVIEW_ANSWERS } from '#domain/validation/review-questions.ts';
import { moment } from './columns.ts';
import { definitions } from './definitions.ts';
import { users } from './people.ts';

export const reviewAnswer = pgEnum('review_answer', REVIEW_ANSWERS);

/**
 * What people answered to the questions that no machine can decide, about one version of a definition. Answers about earlier
 * versions stay; who takes one back leaves it in the audit trail only.
 */
export const definitionReviews = pgTable(
  'definition_reviews',
  {
    definitionId: uuid()
      .notNull()
      .references(() => definitions.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    ruleId: text().notNull(),
    answer: reviewAnswer().notNull(),
    remark: text(),
    answeredAt: moment().notNull().defaultNow(),
    /** Null: names were wiped off the definition. */
    answeredBy: uuid().references(() => users.id),
  },
  (table) => [
    primaryKey({ columns: [table.definitionId, table.version, table.ruleId] }),
    check('definition_reviews_version_positive', sql`version > 0`),
    check('definition_reviews_remark_length', sql`remark is null or length(remark) between 1 and 2000`),
  ],
);
