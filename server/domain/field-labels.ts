import type { Category, DefinitionContent, DefinitionStatus } from './definition.ts';
import type { Locale, LocalisedText } from './locale.ts';
import { CATEGORY_NAMES, DEFINITION_STATUS_NAMES } from './value-names.ts';

type NamedField = keyof DefinitionContent | 'id' | 'version' | 'schemaVersion';

/** What people call the fields of a definition. */
const FIELD_LABELS: Readonly<Record<NamedField, LocalisedText>> = {
  term: { nl: 'begrip', en: 'term' },
  definition: { nl: 'definitie', en: 'definition' },
  category: { nl: 'categorie', en: 'category' },
  status: { nl: 'status', en: 'status' },
  ufoCategory: { nl: 'UFO-categorie', en: 'UFO category' },
  organisationalContext: { nl: 'organisatorische context', en: 'organisational context' },
  legalContext: { nl: 'juridische context', en: 'legal context' },
  legalBasis: { nl: 'wettelijke basis', en: 'legal basis' },
  preferredTerm: { nl: 'voorkeursterm', en: 'preferred term' },
  synonyms: { nl: 'synoniemen', en: 'synonyms' },
  antonyms: { nl: 'antoniemen', en: 'antonyms' },
  examples: { nl: 'voorbeelden', en: 'examples' },
  explanation: { nl: 'toelichting', en: 'explanation' },
  sources: { nl: 'bronnen', en: 'sources' },
  caseReferences: { nl: 'zaakverwijzingen', en: 'case references' },
  legalMetadata: { nl: 'juridische metadata', en: 'legal metadata' },
  chainPartners: { nl: 'ketenpartners', en: 'chain partners' },
  classification: { nl: 'rubricering', en: 'classification' },
  language: { nl: 'taal', en: 'language' },
  validFrom: { nl: 'geldig vanaf', en: 'valid from' },
  validUntil: { nl: 'geldig tot en met', en: 'valid until' },
  relations: { nl: 'relaties', en: 'relations' },
  extras: { nl: 'overige gegevens', en: 'other data' },
  id: { nl: 'id', en: 'id' },
  version: { nl: 'versie', en: 'version' },
  schemaVersion: { nl: 'formaatversie', en: 'format version' },
};

/** The name of a field for people; a name that is no field of ours stays as it is. */
export function fieldLabel(field: string, locale: Locale): string {
  return Object.hasOwn(FIELD_LABELS, field) ? FIELD_LABELS[field as NamedField][locale] : field;
}

/** The name of a status for people; a word that is no status stays as it is. */
export function statusLabel(status: string, locale: Locale): string {
  return Object.hasOwn(DEFINITION_STATUS_NAMES, status)
    ? DEFINITION_STATUS_NAMES[status as DefinitionStatus][locale]
    : status;
}

/** The category of a definition as it is called within a sentence; what is none is called as it is. */
export function categoryLabel(category: string, locale: Locale): string {
  return Object.hasOwn(CATEGORY_NAMES, category)
    ? CATEGORY_NAMES[category as Category][locale].toLowerCase()
    : category;
}
