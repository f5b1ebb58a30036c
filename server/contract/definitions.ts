import { z } from 'zod';
import {
  CASE_REFERENCE_KINDS,
  CATEGORIES,
  CLASSIFICATIONS,
  DEFINITION_STATUSES,
  MAX_DEFINITION_LENGTH,
  MAX_TERM_LENGTH,
  RELATION_TYPES,
  UFO_CATEGORIES,
  VERDICTS,
  VISIBILITIES,
} from '#domain/definition.ts';
import { SEVERITIES } from '#domain/finding.ts';
import { AGES, MAX_AGE_DAYS } from '#domain/retention.ts';
import { RULE_CATEGORIES } from '#domain/validation/rule.ts';
import { pageOf, pagingQuery } from './paging.ts';

export const findingSchema = z.object({
  code: z.string(),
  severity: z.enum(SEVERITIES),
  field: z.string().optional(),
  location: z
    .object({
      file: z.string().optional(),
      line: z.number().int().optional(),
      column: z.string().optional(),
      pointer: z.string().optional(),
    })
    .optional(),
  value: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const list = z.array(z.string().max(1_000)).max(500);
const date = z.iso.date().nullable();

export const definitionContentSchema = z.object({
  term: z.string().trim().min(1).max(MAX_TERM_LENGTH),
  definition: z.string().trim().min(1).max(MAX_DEFINITION_LENGTH),
  category: z.enum(CATEGORIES),
  status: z.enum(DEFINITION_STATUSES),
  ufoCategory: z.enum(UFO_CATEGORIES).nullable(),
  organisationalContext: list,
  legalContext: list,
  legalBasis: list,
  preferredTerm: z.string().max(MAX_TERM_LENGTH).nullable(),
  synonyms: list,
  antonyms: list,
  examples: z.object({ sentence: list, practical: list, counter: list }),
  explanation: z.string().max(MAX_DEFINITION_LENGTH).nullable(),
  sources: z.array(z.object({ title: z.string(), uri: z.string().nullable(), citation: z.string().nullable() })),
  caseReferences: z.array(z.object({ kind: z.enum(CASE_REFERENCE_KINDS), value: z.string() })),
  legalMetadata: z.record(z.string(), z.string()),
  chainPartners: list,
  classification: z.enum(CLASSIFICATIONS),
  language: z.string().min(2).max(12),
  validFrom: date,
  validUntil: date,
  relations: z.array(
    z.object({ type: z.enum(RELATION_TYPES), targetId: z.string().nullable(), targetTerm: z.string().nullable() }),
  ),
  extras: z.record(z.string(), z.unknown()),
});

/** A row of the grid: enough to recognise and choose a definition. */
export const definitionRowSchema = z.object({
  id: z.string(),
  term: z.string(),
  definition: z.string(),
  category: z.enum(CATEGORIES),
  status: z.enum(DEFINITION_STATUSES),
  organisationalContext: z.array(z.string()),
  legalContext: z.array(z.string()),
  legalBasis: z.array(z.string()),
  verdict: z.enum(VERDICTS),
  /** 0 to 1. */
  qualityScore: z.number(),
  classification: z.enum(CLASSIFICATIONS),
  visibility: z.enum(VISIBILITIES),
  /** The organisation it belongs to; who reads it as somebody of another one cannot change it. */
  owner: z.object({ id: z.string(), name: z.string() }),
  version: z.number().int(),
  updatedAt: z.string(),
});
export type DefinitionRow = z.infer<typeof definitionRowSchema>;

export const definitionSchema = definitionContentSchema.extend({
  id: z.string(),
  version: z.number().int(),
  contentHash: z.string(),
  verdict: z.enum(VERDICTS),
  qualityScore: z.number(),
  /** The means of the four categories, in the order of RULE_CATEGORIES, 0 to 1; null: checked before they were kept. */
  categoryScores: z.array(z.number()).nullable(),
  findings: z.array(findingSchema),
  ruleSetVersion: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  /** Which other organisations may read it; `sharedWith` names them when that is `shared`, and is empty for those. */
  visibility: z.enum(VISIBILITIES),
  sharedWith: z.array(z.object({ id: z.string(), name: z.string() })),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  updatedAt: z.string(),
  updatedBy: z.string().nullable(),
  /** Set: it was deleted, and is found only by who asks for deleted ones. */
  deletedAt: z.string().nullable(),
  deletedBy: z.string().nullable(),
  /** The legal holds on it: while there is one nobody changes it. */
  holds: z.array(z.object({ matter: z.string(), reason: z.string(), placedBy: z.string(), placedAt: z.string() })),
});
export type Definition = z.infer<typeof definitionSchema>;

export const SORTS = [
  'term',
  '-term',
  'updatedAt',
  '-updatedAt',
  'qualityScore',
  '-qualityScore',
  'status',
  '-status',
  'relevance',
] as const;

/** Values of a closed list: repeated, or separated by commas. */
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined ? undefined : [value].flat().flatMap((v) => String(v).split(','))),
    z.array(item).optional(),
  );

/** Values a person made up, which may hold commas: repeated only. */
const manyTexts = z.preprocess(
  (value) => (value === undefined ? undefined : [value].flat()),
  z.array(z.string()).optional(),
);

/** What a grid shows and what "everything that matches" means; several values of one field are alternatives. */
export const definitionFilterShape = {
  q: z.string().max(500).optional(),
  status: many(z.enum(DEFINITION_STATUSES)),
  category: many(z.enum(CATEGORIES)),
  /** A value of organisationalContext. */
  organisation: manyTexts,
  legalContext: manyTexts,
  verdict: many(z.enum(VERDICTS)),
  classification: many(z.enum(CLASSIFICATIONS)),
  visibility: many(z.enum(VISIBILITIES)),
  /** The id of the organisation it belongs to. */
  owner: many(z.uuid()),
  /** The code or rule id of one of its findings. */
  rule: z.string().max(100).optional(),
  /** Both inclusive, 0 to 1. */
  minScore: z.coerce.number().min(0).max(1).optional(),
  maxScore: z.coerce.number().min(0).max(1).optional(),
  /** A category of rules in which it does not have every point. */
  failsIn: z.enum(RULE_CATEGORIES).optional(),
  /** At least so many days old, counted from what `ageOf` says; `changed` when that is left out. */
  olderThanDays: z.coerce.number().int().min(0).max(MAX_AGE_DAYS).optional(),
  ageOf: z.enum(AGES).optional(),
  /** Those the items of this job are about. */
  job: z.uuid().optional(),
  /** True: only what was deleted. Otherwise none of that. */
  deleted: z.preprocess(
    (value) => (value === 'true' ? true : value === 'false' ? false : value),
    z.boolean().optional(),
  ),
};
export const definitionFilterSchema = z.object(definitionFilterShape);
export type DefinitionFilter = z.infer<typeof definitionFilterSchema>;

export const definitionQuerySchema = z.object({
  ...definitionFilterShape,
  ...pagingQuery,
  sort: z.enum(SORTS).optional(),
});
export const definitionPageSchema = pageOf(definitionRowSchema);
export type DefinitionPage = z.infer<typeof definitionPageSchema>;

/** Values with counts to fill the filter bar: only those the person may see. */
export const definitionFacetsSchema = z.object({
  status: z.array(z.object({ value: z.string(), count: z.number().int() })),
  category: z.array(z.object({ value: z.string(), count: z.number().int() })),
  organisation: z.array(z.object({ value: z.string(), count: z.number().int() })),
  legalContext: z.array(z.object({ value: z.string(), count: z.number().int() })),
  verdict: z.array(z.object({ value: z.string(), count: z.number().int() })),
  classification: z.array(z.object({ value: z.string(), count: z.number().int() })),
  visibility: z.array(z.object({ value: z.string(), count: z.number().int() })),
  /** By the id of the organisation. */
  owner: z.array(z.object({ value: z.string(), count: z.number().int() })),
  total: z.number().int(),
});
export type DefinitionFacets = z.infer<typeof definitionFacetsSchema>;

export const definitionPatchSchema = definitionContentSchema
  .omit({ extras: true, relations: true })
  .partial()
  .extend({ reason: z.string().trim().min(1).max(1_000) })
  .strict();
export type DefinitionPatch = z.infer<typeof definitionPatchSchema>;

export const definitionVersionSchema = z.object({
  version: z.number().int(),
  content: definitionContentSchema,
  contentHash: z.string(),
  reason: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  jobId: z.string().nullable(),
  /** True: with this version it was deleted. */
  deleted: z.boolean(),
});
export const definitionVersionsSchema = z.object({ items: z.array(definitionVersionSchema) });
export type DefinitionVersion = z.infer<typeof definitionVersionSchema>;

/** Which definitions: by hand, or everything that matched at a moment, with exceptions. The server freezes the set. */
export const selectionSchema = z.union([
  z
    .object({
      ids: z.array(z.uuid()).min(1).max(100_000),
      /** True: deleted ones among them, and no others. */
      deleted: z.boolean().optional(),
    })
    .strict(),
  z
    .object({
      // A misspelt condition would be none: everything would match.
      filter: definitionFilterSchema.strict(),
      excludedIds: z.array(z.uuid()).max(100_000).default([]),
      asOf: z.iso.datetime({ offset: true }).optional(),
    })
    .strict(),
]);
export type Selection = z.infer<typeof selectionSchema>;

export const selectionCountSchema = z.object({
  /** Those of one's own organisation: what may be changed. */
  count: z.number().int(),
  /** Those and what others share with it: what may be exported. */
  readable: z.number().int(),
});
export type SelectionCount = z.infer<typeof selectionCountSchema>;
