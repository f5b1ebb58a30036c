import { canonicalJson } from '#domain/canonical.ts';
import { CONTENT_FIELDS, type DefinitionContent } from '#domain/definition.ts';

export type ContentField = (typeof CONTENT_FIELDS)[number];

/** What a file or a form says: a field that is absent says nothing, one that is null or empty clears, the rest sets. */
export type ContentPatch = { readonly [Field in ContentField]?: DefinitionContent[Field] | undefined };

export type FieldChange = {
  field: ContentField;
  /** Undefined: there was no definition before. */
  before: unknown;
  after: unknown;
};

/**
 * The fields that differ, in the order of CONTENT_FIELDS. Absent fields of `after` are left alone. Without `before` every
 * field that says something is a change.
 */
export function contentChanges(before: DefinitionContent | null, after: ContentPatch): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of CONTENT_FIELDS) {
    const next = after[field];
    if (next === undefined) continue;
    const previous = before?.[field];
    const differs = before === null ? !isBlank(next) : canonicalJson(previous) !== canonicalJson(next);
    if (differs) changes.push({ field, before: previous, after: next });
  }
  return changes;
}

/** Null, an empty text, an empty list, or an object of nothing but those. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isBlank);
}
