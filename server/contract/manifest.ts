import { z } from 'zod';
import { CASE_REFERENCE_KINDS, CLASSIFICATIONS } from '#domain/definition.ts';
import { EXPORT_FORMATS } from '#domain/export-formats.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const named = z.object({ id: z.string().min(1), name: z.string() });

/** One file of an archive and the definition it holds. */
export const manifestFileSchema = z.object({
  path: z.string().min(1),
  definitionId: z.string().min(1),
  version: z.int().positive(),
  /** `sha256:` and hex, over the content of the definition, whatever the format of the file. */
  contentHash: z.string().min(1),
  /** Of the file itself, in hex; `bytes` is its size. */
  sha256,
  bytes: count,
  mediaType: z.string().min(1),
  term: z.string(),
  /** The definitions it refers to: their ids where known, otherwise their terms. */
  dependencies: z.array(z.string()),
  /** Quality score from 0 to 1, as everywhere; null when it was not scored. */
  score: z.number().min(0).max(1).nullable(),
  caseReferences: z.array(z.object({ kind: z.enum(CASE_REFERENCE_KINDS), value: z.string() })),
  classification: z.enum(CLASSIFICATIONS),
});
export type ManifestFile = z.infer<typeof manifestFileSchema>;

/** One of several formats the definitions are in: its files, and what of a definition they do not carry as it is. */
const manifestFormatSchema = z.object({
  name: z.enum(EXPORT_FORMATS),
  /** Empty for `json`, which has a file for each definition: those are the manifest's `files`. */
  files: z.array(
    z.object({ path: z.string().min(1), mediaType: z.string().min(1), bytes: count, sha256, definitions: count }),
  ),
  /** Fields that are not in it. */
  notCarried: z.array(z.string()),
  /** Fields that are in it in a way one has to know, in words. */
  conventions: z.record(z.string(), z.object({ nl: z.string(), en: z.string() })),
});
export type ManifestFormat = z.infer<typeof manifestFormatSchema>;

/** `manifest.json`: the description inside an archive of everything in it. Fields we do not know are ignored. */
export const manifestSchema = z.object({
  schemaVersion: z.literal(1),
  application: z.object({
    name: z.string().min(1),
    version: z.string().min(1),
  }),
  ruleSetVersion: z.string(),
  batchId: z.string().min(1),
  jobId: z.string().min(1),
  actor: named,
  organisation: named,
  /** What was asked for: chosen ids or a filter with exclusions, as the request had it. */
  selection: z.record(z.string(), z.json()),
  /** The format of the files and its profile (CSV has two); null for formats with only one. */
  format: z.object({ name: z.string().min(1), profile: z.string().nullable() }).optional(),
  /** Every format the definitions are in. */
  formats: z.array(manifestFormatSchema).optional(),
  createdAt: z.iso.datetime({ offset: true }),
  files: z.array(manifestFileSchema),
  /** How often each kind of personal data or case reference was masked in the exported texts. */
  redactions: z.record(z.string(), count),
  /** What was looked for when texts were redacted, and whether the numbers of cases stayed; absent: nothing was. */
  redaction: z.object({ kinds: z.array(z.string()), caseReferences: z.enum(['kept', 'redacted']) }).optional(),
  totals: z.object({ files: count, bytes: count }),
  /** SHA-256 in hex over one line per file, in the order of `files`: the path, a zero byte, its sha256, a line feed. */
  digest: sha256,
});
export type Manifest = z.infer<typeof manifestSchema>;
