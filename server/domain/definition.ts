/**
 * The record everything turns around: a legal definition. Field names are the ones of our own JSON file format;
 * the database has the same in snake_case.
 */

export const CATEGORIES = [
  'type',
  'proces',
  'resultaat',
  'exemplaar',
  'ENT',
  'ACT',
  'REL',
  'ATT',
  'AUT',
  'STA',
  'OTH',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const DEFINITION_STATUSES = ['imported', 'draft', 'review', 'established', 'archived'] as const;
export type DefinitionStatus = (typeof DEFINITION_STATUSES)[number];

export const UFO_CATEGORIES = [
  'Kind',
  'Event',
  'Role',
  'Phase',
  'Relator',
  'Mode',
  'Quantity',
  'Quality',
  'Subkind',
  'Category',
  'Mixin',
  'RoleMixin',
  'PhaseMixin',
  'Abstract',
  'Relatie',
  'Event Composition',
] as const;
export type UfoCategory = (typeof UFO_CATEGORIES)[number];

export const CLASSIFICATIONS = ['openbaar', 'intern', 'vertrouwelijk'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** Which other organisations may read a definition: none, some, or every one in the chain. */
export const VISIBILITIES = ['own', 'shared', 'chain'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const CASE_REFERENCE_KINDS = [
  'ecli',
  'parketnummer',
  'zaaknummer',
  'rolnummer',
  'proces-verbaal',
  'cjib',
  'other',
] as const;
export type CaseReferenceKind = (typeof CASE_REFERENCE_KINDS)[number];

export const RELATION_TYPES = [
  'broader',
  'narrower',
  'related',
  'part_of',
  'has_part',
  'instance_of',
  'has_instance',
  'depends_on',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

export const VERDICTS = ['valid', 'warnings', 'invalid'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Source = { title: string; uri: string | null; citation: string | null };
export type CaseReference = { kind: CaseReferenceKind; value: string };

/** A typed link to another definition, by its id, by its term, or both; the target need not exist yet. */
export type Relation = { type: RelationType; targetId: string | null; targetTerm: string | null };

export type Examples = { sentence: string[]; practical: string[]; counter: string[] };

/** What a person writes and a file carries; everything a version snapshot holds. Dates are `YYYY-MM-DD`. */
export type DefinitionContent = {
  term: string;
  definition: string;
  category: Category;
  status: DefinitionStatus;
  ufoCategory: UfoCategory | null;
  organisationalContext: string[];
  legalContext: string[];
  legalBasis: string[];
  preferredTerm: string | null;
  synonyms: string[];
  antonyms: string[];
  examples: Examples;
  explanation: string | null;
  sources: Source[];
  caseReferences: CaseReference[];
  legalMetadata: Record<string, string>;
  chainPartners: string[];
  classification: Classification;
  language: string;
  validFrom: string | null;
  validUntil: string | null;
  relations: Relation[];
  /** Columns and properties of a source that we have no field for, kept word for word. */
  extras: Record<string, unknown>;
};

/** The longest term and definition accepted, in characters; the term's is the predecessor's column width. */
export const MAX_TERM_LENGTH = 255;
export const MAX_DEFINITION_LENGTH = 20_000;

/** Every optional field at its resting value; a new definition starts from this. */
export const EMPTY_CONTENT: Readonly<Omit<DefinitionContent, 'term' | 'definition' | 'category'>> = Object.freeze({
  status: 'draft',
  ufoCategory: null,
  organisationalContext: [],
  legalContext: [],
  legalBasis: [],
  preferredTerm: null,
  synonyms: [],
  antonyms: [],
  examples: { sentence: [], practical: [], counter: [] },
  explanation: null,
  sources: [],
  caseReferences: [],
  legalMetadata: {},
  chainPartners: [],
  classification: 'intern',
  language: 'nl',
  validFrom: null,
  validUntil: null,
  relations: [],
  extras: {},
});

/** Content fields in the order of our JSON file; also the order in which a diff shows them. */
export const CONTENT_FIELDS = [
  'term',
  'definition',
  'category',
  'status',
  'ufoCategory',
  'organisationalContext',
  'legalContext',
  'legalBasis',
  'preferredTerm',
  'synonyms',
  'antonyms',
  'examples',
  'explanation',
  'sources',
  'caseReferences',
  'legalMetadata',
  'chainPartners',
  'classification',
  'language',
  'validFrom',
  'validUntil',
  'relations',
  'extras',
] as const satisfies readonly (keyof DefinitionContent)[];

/** Picks the content out of a larger record (a database row, a parsed file), field by field. */
export function contentOf(record: DefinitionContent): DefinitionContent {
  const content: Record<string, unknown> = {};
  for (const field of CONTENT_FIELDS) content[field] = record[field];
  return content as DefinitionContent;
}
