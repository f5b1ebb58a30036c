import { z } from 'zod';
import { FILE_CHANGES, POLICY_CASES, POLICY_CHOICES, SIGNERS } from '#domain/provenance.ts';

/** Who vouches for an archive, and what of it was changed since it was signed. */
export const provenanceSchema = z.object({
  signer: z.enum(SIGNERS),
  /** `name`: of the partner as it was enrolled. */
  key: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  /** What a signature that holds says of who exported, and when; its time is what the signer said it was. */
  exported: z.object({ by: z.string(), organisation: z.string(), application: z.string(), at: z.string() }).nullable(),
  /** Since when the key vouches for nothing, for one that is expired or revoked. */
  endedAt: z.string().nullable(),
  /** Whether its files are those that were signed; null: not compared, or nothing is signed. */
  changed: z.boolean().nullable(),
  /** `manifest.json` and `report.json`, where they are not as they were signed. */
  indexFiles: z.array(z.string()),
  /** Whether the list of files is the one that was signed, so that `changes` tells all. */
  listed: z.boolean().nullable(),
  /** The first hundred of `changeCount`. */
  changes: z.array(z.object({ file: z.string(), change: z.enum(FILE_CHANGES), term: z.string().nullable() })),
  changeCount: z.number().int(),
  /** The cases of the organisation’s policy it falls under, with what was chosen for each. */
  policy: z.array(z.object({ case: z.enum(POLICY_CASES), choice: z.enum(POLICY_CHOICES) })),
});
