import {
  CASE_REFERENCE_KINDS,
  CATEGORIES,
  type CaseReferenceKind,
  type Category,
  CLASSIFICATIONS,
  type Classification,
  DEFINITION_STATUSES,
  type DefinitionStatus,
  RELATION_TYPES,
  type RelationType,
  UFO_CATEGORIES,
  type UfoCategory,
} from './definition.ts';
import type { ClosedField } from './read-choices.ts';
import { nearest } from './record-nearest.ts';

/** A closed list of values with the other words people and systems write for them. */
export type Vocabulary<T extends string> = {
  values: readonly T[];
  exact: ReadonlySet<string>;
  /** Folded spellings: the values themselves (`as: 'spelling'`) and the words that mean one (`as: 'word'`). */
  folded: ReadonlyMap<string, { value: T; as: 'spelling' | 'word' }>;
};

type EnumReading<T extends string> = { known: true; value: T; mapped: boolean } | { known: false; suggestion: T };

/** Reads a value of a closed list; a known other word for one is mapped, an unknown word gets the nearest value as suggestion. */
export function readEnum<T extends string>(vocabulary: Vocabulary<T>, text: string): EnumReading<T> {
  if (vocabulary.exact.has(text)) return { known: true, value: text as T, mapped: false };
  const known = vocabulary.folded.get(fold(text));
  if (known) return { known: true, value: known.value, mapped: known.as === 'word' };
  const near = nearest(fold(text), vocabulary.folded.keys());
  return { known: false, suggestion: vocabulary.folded.get(near)?.value ?? (vocabulary.values[0] as T) };
}

/** Lower case without accents, spaces, hyphens and underscores. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\s_-]+/g, '');
}

function vocabulary<T extends string>(values: readonly T[], words: Readonly<Record<string, T>> = {}): Vocabulary<T> {
  const folded = new Map<string, { value: T; as: 'spelling' | 'word' }>();
  for (const [word, value] of Object.entries(words)) folded.set(fold(word), { value, as: 'word' });
  for (const value of values) folded.set(fold(value), { value, as: 'spelling' });
  return { values, exact: new Set(values), folded };
}

export const CATEGORY_WORDS: Vocabulary<Category> = vocabulary(CATEGORIES, {
  object: 'type',
  soort: 'type',
  klasse: 'type',
  process: 'proces',
  result: 'resultaat',
  uitkomst: 'resultaat',
  instance: 'exemplaar',
  particulier: 'exemplaar',
  entiteit: 'ENT',
  entity: 'ENT',
  activiteit: 'ACT',
  activity: 'ACT',
  relatie: 'REL',
  relation: 'REL',
  attribuut: 'ATT',
  attribute: 'ATT',
  eigenschap: 'ATT',
  autorisatie: 'AUT',
  authorisation: 'AUT',
  toestand: 'STA',
  status: 'STA',
  state: 'STA',
  overig: 'OTH',
  anders: 'OTH',
  other: 'OTH',
});

export const STATUS_WORDS: Vocabulary<DefinitionStatus> = vocabulary(DEFINITION_STATUSES, {
  geïmporteerd: 'imported',
  concept: 'draft',
  'in review': 'review',
  'in beoordeling': 'review',
  'ter beoordeling': 'review',
  vastgesteld: 'established',
  goedgekeurd: 'established',
  gearchiveerd: 'archived',
});

export const UFO_WORDS: Vocabulary<UfoCategory> = vocabulary(UFO_CATEGORIES, {
  relation: 'Relatie',
  gebeurtenis: 'Event',
  rol: 'Role',
  fase: 'Phase',
  kwantiteit: 'Quantity',
  kwaliteit: 'Quality',
});

export const CLASSIFICATION_WORDS: Vocabulary<Classification> = vocabulary(CLASSIFICATIONS, {
  public: 'openbaar',
  internal: 'intern',
  confidential: 'vertrouwelijk',
});

export const CASE_REFERENCE_WORDS: Vocabulary<CaseReferenceKind> = vocabulary(CASE_REFERENCE_KINDS, {
  pv: 'proces-verbaal',
  'pv-nummer': 'proces-verbaal',
  zaak: 'zaaknummer',
  rol: 'rolnummer',
  overig: 'other',
  anders: 'other',
});

export const RELATION_WORDS: Vocabulary<RelationType> = vocabulary(RELATION_TYPES, {
  bovenliggend: 'broader',
  onderliggend: 'narrower',
  gerelateerd: 'related',
  'gerelateerd aan': 'related',
  'onderdeel van': 'part_of',
  omvat: 'has_part',
  'exemplaar van': 'instance_of',
  'hangt af van': 'depends_on',
  'afhankelijk van': 'depends_on',
});

/** The words for the values of each field with a closed list. */
export const CLOSED_WORDS = {
  category: CATEGORY_WORDS,
  status: STATUS_WORDS,
  ufoCategory: UFO_WORDS,
  classification: CLASSIFICATION_WORDS,
} as const satisfies Readonly<Record<ClosedField, unknown>>;
