import { z } from 'zod';
import { SAFE_TRANSFORMS } from '#domain/safe-transforms.ts';
import { definitionContentSchema } from './definitions.ts';
import { correctedSchema, itemDetailSchema } from './jobs.ts';

/** What an item of an import holds, before or after it was put right: its fields as its file had them, checked or not. */
export const itemContentSchema = z.object({
  /** How often it was corrected; the entity tag, to be named in `If-Match` by who corrects it. */
  revision: z.number().int(),
  fields: z.record(z.string(), z.unknown()),
  /** The text it came as when that was no record at all. */
  unreadable: z.string().nullable(),
  corrected: correctedSchema,
  item: itemDetailSchema,
});
export type ItemContent = z.infer<typeof itemContentSchema>;

/** The fields as they are to be, all of them, by the names of our own JSON; checked like those of a file. */
export const itemCorrectionSchema = z.object({ fields: z.record(z.string().max(200), z.unknown()) }).strict();
export type ItemCorrection = z.infer<typeof itemCorrectionSchema>;

/** The same repair in every item of a plan that has it; `dryRun` only says what it would change. */
export const planRepairRequestSchema = z
  .object({ transform: z.enum(SAFE_TRANSFORMS), dryRun: z.boolean().default(false) })
  .strict();
export type PlanRepairRequest = z.infer<typeof planRepairRequestSchema>;

export const planRepairSchema = z.object({
  /** How many items were changed by this call, or would be by all that are needed. */
  count: z.number().int(),
  /** How many are left: the same call again goes on with them. */
  remaining: z.number().int(),
  /** The first of them, with the fields that change. */
  items: z.array(
    z.object({
      position: z.number().int(),
      term: z.string(),
      before: definitionContentSchema.partial(),
      after: definitionContentSchema.partial(),
    }),
  ),
});
export type PlanRepair = z.infer<typeof planRepairSchema>;
