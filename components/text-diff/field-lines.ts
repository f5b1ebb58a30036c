import type { CaseReference, Examples, Relation, RelationType, Source } from '#domain/definition.ts';
import type { ContentField } from './content-changes.ts';

/** The words that values of closed lists are shown by. */
export type FieldWords = {
  category: (value: string) => string;
  status: (value: string) => string;
  classification: (value: string) => string;
  relation: (value: RelationType) => string;
  caseReference: (value: CaseReference['kind']) => string;
  example: (value: keyof Examples) => string;
  date: (value: string) => string;
};

/** A field as lines of text, in groups where the field has parts of its own (the kinds of examples). */
export type LineGroup = { name: string | null; lines: string[] };

/** Fields whose value is replaced as a whole: words inside them mean nothing by themselves. */
export const WHOLE_FIELDS: ReadonlySet<ContentField> = new Set([
  'category',
  'status',
  'ufoCategory',
  'classification',
  'language',
  'validFrom',
  'validUntil',
]);

/** Turns any field's value into lines that can be read and compared. */
export function fieldLines(field: ContentField, value: unknown, words: FieldWords): LineGroup[] {
  if (field === 'examples') {
    const examples = (value ?? {}) as Partial<Examples>;
    return (['sentence', 'practical', 'counter'] as const).map((kind) => ({
      name: words.example(kind),
      lines: examples[kind] ?? [],
    }));
  }
  return [{ name: null, lines: linesOf(field, value, words) }];
}

function linesOf(field: ContentField, value: unknown, words: FieldWords): string[] {
  if (value === null || value === undefined || value === '') return [];
  switch (field) {
    case 'category':
    case 'status':
    case 'classification':
      return [words[field](String(value))];
    case 'validFrom':
    case 'validUntil':
      return [words.date(String(value))];
    case 'sources':
      return (value as Source[]).map(({ title, uri, citation }) => [title, citation, uri].filter(Boolean).join(', '));
    case 'caseReferences':
      return (value as CaseReference[]).map(({ kind, value: number }) => `${words.caseReference(kind)}: ${number}`);
    case 'relations':
      return (value as Relation[]).map(
        ({ type, targetTerm, targetId }) => `${words.relation(type)}: ${targetTerm ?? targetId ?? ''}`,
      );
    case 'legalMetadata':
    case 'extras':
      return Object.entries(value as Record<string, unknown>).map(([name, text]) => `${name}: ${asText(text)}`);
    default:
      return Array.isArray(value) ? value.map(String) : [String(value)];
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
