import type { CaseReference, DefinitionContent } from '#domain/definition.ts';

/** Where a text stands in a definition: its field, and behind it names and numbers, such as `examples.practical.0`. */
export type TextPath = string;

/** What a text becomes. */
export type ChangeText = (text: string, path: TextPath) => string;

/**
 * Every text that people write in a definition, changed; what comes from closed lists, dates and ids are none. The numbers of cases
 * kept as structured metadata (`caseReferences`) are left to `changeCase`.
 */
export function mapTexts(
  content: DefinitionContent,
  change: ChangeText,
  changeCase: (reference: CaseReference, path: TextPath) => CaseReference = (reference) => reference,
): DefinitionContent {
  const list = (texts: readonly string[], path: string) => texts.map((text, at) => change(text, `${path}.${at}`));
  const maybe = (text: string | null, path: string) => (text === null ? null : change(text, path));
  const { examples } = content;
  return {
    ...content,
    term: change(content.term, 'term'),
    definition: change(content.definition, 'definition'),
    organisationalContext: list(content.organisationalContext, 'organisationalContext'),
    legalContext: list(content.legalContext, 'legalContext'),
    legalBasis: list(content.legalBasis, 'legalBasis'),
    preferredTerm: maybe(content.preferredTerm, 'preferredTerm'),
    synonyms: list(content.synonyms, 'synonyms'),
    antonyms: list(content.antonyms, 'antonyms'),
    examples: {
      sentence: list(examples.sentence, 'examples.sentence'),
      practical: list(examples.practical, 'examples.practical'),
      counter: list(examples.counter, 'examples.counter'),
    },
    explanation: maybe(content.explanation, 'explanation'),
    sources: content.sources.map(({ title, uri, citation }, at) => ({
      title: change(title, `sources.${at}.title`),
      uri: maybe(uri, `sources.${at}.uri`),
      citation: maybe(citation, `sources.${at}.citation`),
    })),
    caseReferences: content.caseReferences.map((reference, at) => changeCase(reference, `caseReferences.${at}`)),
    legalMetadata: mapJson(content.legalMetadata, change, 'legalMetadata') as Record<string, string>,
    chainPartners: list(content.chainPartners, 'chainPartners'),
    relations: content.relations.map((relation, at) => ({
      ...relation,
      targetTerm: maybe(relation.targetTerm, `relations.${at}.targetTerm`),
    })),
    extras: mapJson(content.extras, change, 'extras') as Record<string, unknown>,
  };
}

/** The same for whatever JSON can hold; names of properties are texts as well, and numbers are read as people do. */
export function mapJson(value: unknown, change: ChangeText, path: TextPath): unknown {
  if (typeof value === 'string') return change(value, path);
  if (typeof value === 'number') {
    const written = String(value);
    const changed = change(written, path);
    return changed === written ? value : changed;
  }
  if (Array.isArray(value)) return value.map((part, at) => mapJson(part, change, `${path}.${at}`));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      change(name, `${path}.${escaped(name)}:name`),
      mapJson(part, change, `${path}.${escaped(name)}`),
    ]),
  );
}

/** A name that is one step of a path, whatever is in it. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('.', '~1').replaceAll(':', '~2');
}
