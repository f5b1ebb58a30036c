import { z } from 'zod';
import { MAX_TERM_LENGTH } from '#domain/definition.ts';
import { FILE_CHANGES, PARTNER_KINDS, POLICY_CASES, POLICY_CHOICES, PROOF_KINDS, SIGNERS } from '#domain/provenance.ts';
import { keyRequestSchema, validDays } from './enrolment.ts';
import { pageOf, pagingQuery } from './paging.ts';

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

const choices = { unsigned: z.enum(POLICY_CHOICES), foreign: z.enum(POLICY_CHOICES), changed: z.enum(POLICY_CHOICES) };
/** What is forged, or signed with a revoked key, is never just accepted. */
const broken = z.enum(['warn', 'refuse']);

/** What an organisation does with archives it has no reason to trust. */
export const provenanceSettingsSchema = z.object({
  ...choices,
  broken: z.enum(POLICY_CHOICES),
  /** 0: nobody ever chose. */
  version: z.number().int(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
});
export type ProvenanceSettings = z.infer<typeof provenanceSettingsSchema>;

/** `version`: the one the change was made on. */
export const provenanceSettingsChangeSchema = z
  .object({ ...choices, broken, version: z.number().int().min(0) })
  .strict();
export type ProvenanceSettingsChange = z.infer<typeof provenanceSettingsChangeSchema>;

export const partnerKeySchema = z.object({
  id: z.string(),
  /** The first 16 hexadecimal digits of the SHA-256 of the public key. */
  keyId: z.string(),
  publicKey: z.string(),
  name: z.string(),
  kind: z.enum(PARTNER_KINDS),
  enrolledAt: z.string(),
  enrolledBy: z.string(),
  validUntil: z.string(),
  renewedAt: z.string().nullable(),
  revoked: z.object({ at: z.string(), by: z.string().nullable(), reason: z.string() }).nullable(),
  state: z.enum(['valid', 'expired', 'revoked']),
});
export type PartnerKey = z.infer<typeof partnerKeySchema>;

export const partnerKeysSchema = z.object({
  items: z.array(partnerKeySchema),
  /** The keys this installation signs with, or signed with, newest first: what chain partners need to trust it. */
  own: z.array(z.object({ keyId: z.string(), publicKey: z.string(), since: z.string(), inUse: z.boolean() })),
});
export type PartnerKeys = z.infer<typeof partnerKeysSchema>;

export const challengeSchema = z.object({
  id: z.string(),
  /** What a key signs is this, with its own 64 hexadecimal digits behind it. */
  text: z.string(),
  expiresAt: z.string(),
});
export type Challenge = z.infer<typeof challengeSchema>;

export const enrolmentSchema = keyRequestSchema.extend({ challengeId: z.uuid(), validDays });
export type Enrolment = z.input<typeof enrolmentSchema>;

export const revocationSchema = z.object({ reason: z.string().trim().min(1).max(1_000) }).strict();

export const proofQuerySchema = z.object({
  ...pagingQuery,
  /** A whole hash, or part of a term or of the name of a file. */
  q: z.string().max(200).optional(),
});
export const proofSchema = z.object({
  jobId: z.string(),
  position: z.number().int(),
  kind: z.enum(PROOF_KINDS),
  hash: z.string(),
  label: z.string().nullable(),
  subjectId: z.string(),
  version: z.number().int().nullable(),
  lockedAt: z.string(),
  /** Null until its job has made the tree. */
  seal: z.object({ number: z.number().int(), sealedAt: z.string(), keyId: z.string() }).nullable(),
});
export type Proof = z.infer<typeof proofSchema>;
export const proofPageSchema = pageOf(proofSchema);
export type ProofPage = z.infer<typeof proofPageSchema>;

/** Hashes of one call; for more there is a job. */
const MOST_AT_ONCE = 1_000;
export const hashQuestionSchema = z
  .object({ hashes: z.array(z.string().trim().min(1).max(MAX_TERM_LENGTH)).min(1).max(MOST_AT_ONCE) })
  .strict();
export const hashAnswersSchema = z.object({
  answers: z.array(
    z.object({
      asked: z.string(),
      hash: z.string().nullable(),
      /** `broken`: there is a proof, and it no longer fits what was sealed. */
      outcome: z.enum(['locked', 'known', 'unknown', 'broken', 'malformed']),
      proofs: z.array(
        z.object({
          kind: z.enum(PROOF_KINDS),
          subjectId: z.string(),
          label: z.string().nullable(),
          version: z.number().int().nullable(),
          lockedAt: z.string(),
          jobId: z.string(),
          seal: z.number().int().nullable(),
          sealedAt: z.string().nullable(),
          keyId: z.string().nullable(),
          holds: z.boolean(),
        }),
      ),
      /** What the organisation has with this hash. `present`: it is the version in force. */
      known: z.array(
        z.object({
          kind: z.enum(['definition', 'archive', 'upload']),
          id: z.string(),
          label: z.string(),
          version: z.number().int().nullable(),
          present: z.boolean(),
        }),
      ),
    }),
  ),
});
export type HashAnswers = z.infer<typeof hashAnswersSchema>;
