import { z } from 'zod';
import { REVIEW_ANSWERS, REVIEW_QUESTIONS } from '#domain/validation/review-questions.ts';

/** The rules that ask. */
export const reviewRuleSchema = z.enum(REVIEW_QUESTIONS.map(({ id }) => id) as [string, ...string[]]);

/** What a person answered to a question about one version of a definition. */
export const reviewSchema = z.object({
  ruleId: z.string(),
  /** The version it is about: an earlier one stays in the list when a new one is made. */
  version: z.number().int(),
  answer: z.enum(REVIEW_ANSWERS),
  remark: z.string().nullable(),
  /** Null: names were wiped off the definition. */
  answeredBy: z.string().nullable(),
  answeredAt: z.string(),
});
export type Review = z.infer<typeof reviewSchema>;

/** `items`: of every version, the newest version first. */
export const reviewsSchema = z.object({ version: z.number().int(), items: z.array(reviewSchema) });
export type Reviews = z.infer<typeof reviewsSchema>;

export const REMARK_LENGTH = 2000;

/** `version` is the one the person read, and must be the one there is; `answer` null takes one's answer about it back. */
export const reviewChangeSchema = z
  .object({
    version: z.int().positive(),
    answer: z.enum(REVIEW_ANSWERS).nullable(),
    remark: z.string().trim().max(REMARK_LENGTH).nullable().default(null),
  })
  .strict();
export type ReviewChange = z.input<typeof reviewChangeSchema>;
