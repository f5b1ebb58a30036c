import { z } from 'zod';
import type { BlockHeader } from './block-header.ts';
import { canonicalJson, parseExactly } from './canonical-json.ts';
import { sha256 } from './hashing.ts';

/** An export of the audit trail: a header, blocks each followed by entries, entries that are not sealed yet, and an end. */

export const AUDIT_FILE_FORMAT = 'lexport-audit-1';

const hex = z.string().regex(/^[0-9a-f]*$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.number().int().min(0);
const text = z.string().nullable();

export const headerRecordSchema = z.object({
  record: z.literal('header'),
  format: z.literal(AUDIT_FILE_FORMAT),
  exportedAt: z.string(),
  exportedBy: z.string(),
  filter: z.record(z.string(), z.string()),
  /** Whether it leaves out what tells who people are. */
  masked: z.boolean(),
  /** Raw public keys, oldest first. */
  keys: z.array(z.object({ id: z.string(), publicKey: hash })),
});
export type HeaderRecord = z.infer<typeof headerRecordSchema>;

export const blockRecordSchema = z.object({
  record: z.literal('block'),
  number: whole,
  afterId: whole,
  lastId: whole,
  entries: whole,
  firstAt: z.string(),
  lastAt: z.string(),
  sealedAt: z.string(),
  seedHash: hash,
  root: hash,
  previous: hash,
  keyId: z.string(),
  hash,
  signature: hex,
  /** The hashes of all its entries, where all of them are in the file; else each entry has a proof of its own. */
  leaves: z.array(hash).optional(),
});
export type BlockRecord = z.infer<typeof blockRecordSchema> & BlockHeader;

export const entryRecordSchema = z.object({
  record: z.literal('entry'),
  id: z.string().regex(/^-?\d+$/),
  at: z.string(),
  actorId: text,
  actorName: text.optional(),
  role: text,
  organisationId: text,
  action: z.string(),
  subjectType: text,
  subjectId: text,
  jobId: text,
  oldHash: text,
  newHash: text,
  reason: text,
  details: z.unknown(),
  correlationId: text,
  ip: text.optional(),
  userAgent: text.optional(),
  /** The block it is in and its place there, from 0; null: not sealed yet. */
  block: whole.nullable(),
  place: whole.nullable(),
  /** With the salt what it says of a person can be verified; a masked entry has what stands for it instead. */
  salt: hash.optional(),
  commitment: hash.optional(),
  proof: z.array(hash).optional(),
});
export type EntryRecord = z.infer<typeof entryRecordSchema>;

export const endRecordSchema = z.object({
  record: z.literal('end'),
  entries: whole,
  blocks: whole,
  digest: hash,
  /** Null: whoever exported had no key. */
  keyId: z.string().nullable(),
  signature: hex.nullable(),
});
export type EndRecord = z.infer<typeof endRecordSchema>;

export type AuditRecord = HeaderRecord | BlockRecord | EntryRecord | EndRecord;

/** What stands for a header in the digest of a file. */
export function hashHeader(header: HeaderRecord): Buffer {
  return sha256(canonicalJson(parseExactly(JSON.stringify(header))));
}

/** What the signature of a whole file is over: the digest of its header, its blocks and its entries. */
export function fileMessage(digest: string): string {
  return `lexport-audit-file-1:${digest}`;
}
