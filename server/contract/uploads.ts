import { z } from 'zod';
import { provenanceSchema } from './provenance.ts';
import { detectedSchema } from './reading.ts';

export const uploadSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  /** True when these very bytes were uploaded before in this organisation; `imports` says what became of them. */
  alreadyUploaded: z.boolean(),
  /** What it is by its contents. */
  detected: detectedSchema,
  /** Who vouches for it by its signature; whether its files are still those that were signed is for the check. */
  provenance: provenanceSchema,
  imports: z.array(z.object({ jobId: z.string(), status: z.string(), createdAt: z.string() })),
});
export type Upload = z.infer<typeof uploadSchema>;
