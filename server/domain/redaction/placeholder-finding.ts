import type { DefinitionContent } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import { findPlaceholders } from './placeholder.ts';

/** A remark on a definition whose text was redacted before: written over the real one, that would be lost. */
export function placeholderFinding(content: DefinitionContent): Finding | null {
  const { term, definition, explanation, synonyms, examples } = content;
  const texts = { term, definition, explanation, synonyms, examples: Object.values(examples).flat() };
  for (const [field, text] of Object.entries(texts)) {
    for (const one of [text].flat()) {
      const [first] = one === null ? [] : findPlaceholders(one);
      if (!first || one === null) continue;
      const value = one.slice(first.start, first.end);
      return { code: 'placeholder_in_text', severity: 'warning', field, value, params: { value } };
    }
  }
  return null;
}
