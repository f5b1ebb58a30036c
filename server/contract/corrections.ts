import { z } from 'zod';
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
