import type { DefinitionContent, RelationType } from '#domain/definition.ts';
import { fieldLabel, statusLabel } from '#domain/field-labels.ts';
import type { WriteFacts, WriteRecord } from './format.ts';

/** A line of the table below a definition: what it is called, and its values, each a paragraph. */
export type DocumentField = { label: string; values: string[] };

const RELATION_LABELS: Readonly<Record<RelationType, string>> = {
  broader: 'ruimer begrip',
  narrower: 'enger begrip',
  related: 'verwant begrip',
  part_of: 'deel van',
  has_part: 'omvat',
  instance_of: 'exemplaar van',
  has_instance: 'heeft als exemplaar',
  depends_on: 'hangt af van',
};
const EXAMPLE_LABELS = { sentence: 'Voorbeeldzinnen', practical: 'Praktijkvoorbeelden', counter: 'Tegenvoorbeelden' };
const LANGUAGE_LABELS: Readonly<Record<string, string>> = { nl: 'Nederlands', en: 'Engels' };
const CLASSIFICATION_LABELS = { openbaar: 'Openbaar', intern: 'Intern', vertrouwelijk: 'Vertrouwelijk' } as const;

/** What a document says of itself; `marking` is on every page. */
export type DocumentFacts = Omit<WriteFacts, 'classification'> & { marking: string };

/** What a document marks its pages with: the strictest of its definitions; where nobody said, the strictest there is. */
export function markingOf({ classification = 'vertrouwelijk' }: WriteFacts): string {
  return CLASSIFICATION_LABELS[classification];
}

/** What a document says of a definition below its text, in the order a reader wants it; what is empty is left out. */
export function documentFields({ content, meta }: WriteRecord): DocumentField[] {
  const { examples } = content;
  const fields: DocumentField[] = [
    field('preferredTerm', [content.preferredTerm]),
    field('synonyms', [content.synonyms.join('; ')]),
    field('antonyms', [content.antonyms.join('; ')]),
    field('explanation', [content.explanation]),
    ...(['sentence', 'practical', 'counter'] as const).map((kind) => named(EXAMPLE_LABELS[kind], examples[kind])),
    field('organisationalContext', [content.organisationalContext.join('; ')]),
    field('legalContext', [content.legalContext.join('; ')]),
    field('legalBasis', content.legalBasis),
    field('sources', content.sources.map(sourceText)),
    field(
      'caseReferences',
      content.caseReferences.map(({ kind, value }) => (kind === 'ecli' ? value : `${kind} ${value}`)),
    ),
    field(
      'legalMetadata',
      Object.entries(content.legalMetadata).map(([name, value]) => `${name}: ${value}`),
    ),
    field('relations', content.relations.map(relationText)),
    field('chainPartners', [content.chainPartners.join('; ')]),
    named('Categorie', [[content.category, content.ufoCategory].filter(Boolean).join(' · ')]),
    named('Geldigheid', [validity(content)]),
    named('Status', [statusLine(content)]),
    named('Kenmerk', [meta ? `${meta.id}, versie ${meta.version}` : '']),
  ];
  return fields.filter(({ values }) => values.length > 0);
}

/** The letter a term begins with, under which it is found; what begins otherwise goes together. */
export function letterOf(term: string): string {
  const first = term.normalize('NFD').charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}

function field(name: keyof DefinitionContent, values: readonly (string | null)[]): DocumentField {
  return named(
    fieldLabel(name, 'nl').replace(/^./, (first) => first.toUpperCase()),
    values,
  );
}

function named(label: string, values: readonly (string | null)[]): DocumentField {
  return { label, values: values.filter((value): value is string => value !== null && value.trim() !== '') };
}

function sourceText({ title, uri, citation }: DefinitionContent['sources'][number]): string {
  return [title, citation, uri === title ? null : uri].filter(Boolean).join(', ');
}

function relationText({ type, targetTerm, targetId }: DefinitionContent['relations'][number]): string {
  return `${RELATION_LABELS[type]}: ${targetTerm ?? targetId ?? ''}`;
}

function validity({ validFrom, validUntil }: DefinitionContent): string {
  if (validFrom === null && validUntil === null) return '';
  return [validFrom && `vanaf ${validFrom}`, validUntil && `tot en met ${validUntil}`].filter(Boolean).join(' ');
}

function statusLine({ status, classification, language }: DefinitionContent): string {
  const parts = [
    statusLabel(status, 'nl'),
    CLASSIFICATION_LABELS[classification],
    LANGUAGE_LABELS[language] ?? language,
  ];
  return parts.join(' · ');
}
