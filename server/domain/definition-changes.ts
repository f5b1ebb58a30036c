import type { DefinitionContent } from './definition.ts';

/** Every value a list is to have, or values to add to it and to take out of it. */
export type ListChange = string[] | { add?: string[] | undefined; remove?: string[] | undefined };

type ListField = 'organisationalContext' | 'legalContext' | 'legalBasis' | 'synonyms' | 'chainPartners';
type ValueField =
  | 'category'
  | 'ufoCategory'
  | 'preferredTerm'
  | 'explanation'
  | 'classification'
  | 'language'
  | 'validFrom'
  | 'validUntil';

/** What to change in each of many definitions; a field that is not named stays as it is. */
export type DefinitionChanges = { [Field in ListField]?: ListChange | undefined } & {
  [Field in ValueField]?: DefinitionContent[Field] | undefined;
};

/** The content with the changes in it. Lists keep their order; what is added comes behind, once. */
export function applyChanges(content: DefinitionContent, changes: DefinitionChanges): DefinitionContent {
  const changed: Record<string, unknown> = { ...content };
  for (const [field, change] of Object.entries(changes)) {
    if (change === undefined) continue;
    changed[field] = isListChange(change) ? changeList(content[field as ListField], change) : change;
  }
  return changed as DefinitionContent;
}

function isListChange(change: unknown): change is Exclude<ListChange, string[]> {
  return typeof change === 'object' && change !== null && !Array.isArray(change);
}

/** Values are compared without regard to capitals and outer white space, as people compare them. */
function changeList(values: readonly string[], { add = [], remove = [] }: Exclude<ListChange, string[]>): string[] {
  const removed = new Set(remove.map(spelling));
  const kept = values.filter((value) => !removed.has(spelling(value)));
  const present = new Set(kept.map(spelling));
  for (const value of add) {
    if (present.has(spelling(value))) continue;
    present.add(spelling(value));
    kept.push(value);
  }
  return kept;
}

const spelling = (value: string) => value.trim().toLowerCase();
