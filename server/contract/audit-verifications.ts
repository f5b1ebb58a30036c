import { z } from 'zod';
import { DIFFERENCE_KINDS, VERIFICATION_STATUSES } from '#domain/audit-verification.ts';

const whole = z.number().int();

export const differenceSchema = z.object({
  kind: z.enum(DIFFERENCE_KINDS),
  block: whole,
  /** Null when it is about the block. */
  entryId: whole.nullable(),
  /** Of what was moved: the entry or block it is now. */
  to: whole.optional(),
});

/** A verification of the audit trail. `differences` holds the first thousand; `differenceCount` counts all. */
export const verificationSchema = z.object({
  id: z.string(),
  status: z.enum(VERIFICATION_STATUSES),
  requestedBy: z.string(),
  /** The period it was asked for; null: from the beginning, to the end. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** Null until it has begun. */
  blocks: whole.nullable(),
  blocksDone: whole,
  entries: whole,
  differenceCount: whole,
  differences: z.array(differenceSchema),
  /** The hash of the last block it looked at. */
  headHash: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type Verification = z.infer<typeof verificationSchema>;

export const verificationListSchema = z.object({ items: z.array(verificationSchema) });
export type VerificationList = z.infer<typeof verificationListSchema>;

export const newVerificationSchema = z
  .object({ from: z.iso.datetime({ offset: true }).optional(), until: z.iso.datetime({ offset: true }).optional() })
  .refine(({ from, until }) => !from || !until || Date.parse(from) <= Date.parse(until), { path: ['until'] });

/** How sealing goes. */
export const sealSchema = z.object({
  blocks: whole,
  entries: whole,
  /** The end of the chain; null before the first block. */
  head: z.object({ number: whole, hash: z.string(), sealedAt: z.string() }).nullable(),
  unsealed: whole,
  oldestUnsealedSeconds: z.number().nullable(),
  /** Why nothing is sealed: `no_key`, `other_key`, `truncated`; null when all is well. */
  problem: z.string().nullable(),
  /** Public keys in hexadecimal digits, oldest first; the last one is in use. */
  keys: z.array(z.object({ id: z.string(), publicKey: z.string(), createdAt: z.string() })),
  /** The last verification that came to its end. */
  lastVerified: verificationSchema.nullable(),
  /** The one that is under way. */
  open: verificationSchema.nullable(),
});
export type Seal = z.infer<typeof sealSchema>;
