import { CONTENT_FIELDS, type DefinitionContent, type Verdict } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import { normalise } from '#domain/validation/normalise.ts';
import { textKeys } from '#domain/validation/text-keys.ts';
import { contentHash, identityKey } from './content-hash.ts';

/** How a definition scored, stored beside it. */
export type Assessment = {
  verdict: Verdict;
  qualityScore: number;
  /** The means of RULE_CATEGORIES in their order, 0 to 1; null where the definition was checked before they were kept. */
  categoryScores: number[] | null;
  ruleSetVersion: string;
  findings: Finding[];
};

/**
 * The columns of `definitions` that content and assessment decide, as JSON with column names: what an import stages, what
 * a version keeps as its snapshot, and what `jsonb_populate_record` turns back into a row without leaving the database.
 */
export type RowImage = Record<string, unknown> & { content_hash: string; identity_key: string; term: string };

const COLUMN_OF = Object.fromEntries(
  CONTENT_FIELDS.map((field) => [field, field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
) as Record<keyof DefinitionContent, string>;

/** The columns of a row image, in one order for every INSERT and UPDATE that reads one. */
export const IMAGE_COLUMNS: readonly string[] = [
  ...CONTENT_FIELDS.map((field) => COLUMN_OF[field]),
  'content_hash',
  'identity_key',
  'verdict',
  'quality_score',
  'rule_set_version',
  'findings',
  'category_scores',
  'text_keys',
  'text_sketch',
];

/**
 * What a snapshot keeps beside the image where it applies, so that going back to it goes all the way: who approved the
 * definition and when, and that it is deleted. An image without them is of a definition that is neither.
 */
export const STATE_COLUMNS = ['approved_by', 'approved_at', 'deleted_at', 'deleted_by'] as const;

/** The hashes of a content, for whoever has taken them already: they are half the work of an image. */
export type KnownHashes = { contentHash?: string; identityKey?: string };

export function toRowImage(content: DefinitionContent, assessment: Assessment, known: KnownHashes = {}): RowImage {
  return {
    ...contentColumns(content),
    term: content.term,
    content_hash: known.contentHash ?? contentHash(content),
    identity_key: known.identityKey ?? identityKey(content),
    verdict: assessment.verdict,
    quality_score: assessment.qualityScore,
    rule_set_version: assessment.ruleSetVersion,
    findings: assessment.findings,
    category_scores: assessment.categoryScores,
    ...textColumnsOf(content),
  };
}

/** The content alone, under the names of its columns. */
export function contentColumns(content: DefinitionContent): Record<string, unknown> {
  return Object.fromEntries(CONTENT_FIELDS.map((field) => [COLUMN_OF[field], content[field]]));
}

/** Under which texts that resemble a definition find it, in the columns of a row image. */
export function textColumnsOf({ definition, term }: Pick<DefinitionContent, 'definition' | 'term'>) {
  const { keys, sketch } = textKeys(normalise(definition, term).lower);
  return { text_keys: keys, text_sketch: bitsOf(sketch) };
}

/** A sketch as Postgres reads a `bit(128)`. */
export function bitsOf(sketch: readonly number[]): string {
  return `x${sketch.map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')}`;
}

/** The sketch that `bitsOf` wrote. */
export function sketchOf(bits: string): number[] {
  return Array.from({ length: (bits.length - 1) / 8 }, (_, part) =>
    Number.parseInt(bits.slice(1 + part * 8, 9 + part * 8), 16),
  );
}

/** The content in a row image or in a row of `definitions`; dates arrive as text in both. */
export function contentFromRow(row: Readonly<Record<string, unknown>>): DefinitionContent {
  const content: Record<string, unknown> = {};
  for (const field of CONTENT_FIELDS) content[field] = row[COLUMN_OF[field]] ?? null;
  return content as DefinitionContent;
}
