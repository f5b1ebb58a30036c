import { z } from 'zod';

/** RFC 9457. `code` is stable; `title` and `detail` come in the language of `Accept-Language`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  instance: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
});
export type ProblemBody = z.infer<typeof problemSchema>;
