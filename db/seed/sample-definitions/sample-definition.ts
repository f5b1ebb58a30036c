import {
  type DefinitionContent,
  EMPTY_CONTENT,
  type Examples,
  type Relation,
  type RelationType,
} from '#domain/definition.ts';

type Required = Pick<DefinitionContent, 'term' | 'definition' | 'category'>;

/** A sample as it is written down: what it must have, and of the rest only what it does have. */
export type SampleDefinition = Required &
  Partial<Omit<DefinitionContent, keyof Required | 'examples'>> & { examples?: Partial<Examples> };

/** The whole content of a sample, every field it leaves out at its resting value; nothing in it is shared or frozen. */
export function sample(given: SampleDefinition): DefinitionContent {
  const empty = structuredClone(EMPTY_CONTENT);
  return { ...empty, ...given, examples: { ...empty.examples, ...given.examples } };
}

/** A link to another sample by its term: samples have no ids. */
export function link(type: RelationType, targetTerm: string): Relation {
  return { type, targetId: null, targetTerm };
}
