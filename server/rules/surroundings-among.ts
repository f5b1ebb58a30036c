import type { DefinitionContent } from '#domain/definition.ts';
import { lookAround } from '#domain/validation/look-around.ts';
import { normalise } from '#domain/validation/normalise.ts';
import type { Neighbour, Surroundings } from '#domain/validation/surroundings.ts';

/** Everybody looks at everybody here, so a large collection would take minutes; the product looks up what it needs instead. */
const MOST = 1000;

/** What the rules may know of the others, for each of these definitions; null where there are too many to compare all with all. */
export function surroundingsAmong(contents: readonly DefinitionContent[]): (index: number) => Surroundings | null {
  if (contents.length > MOST) return () => null;
  const bodies = contents.map(({ definition, term }) => normalise(definition, term));
  const neighbours = contents.map(
    (content, position): Neighbour => ({ ...content, id: null, position, text: bodies[position]?.lower ?? '' }),
  );
  return (index) => {
    const content = contents[index];
    const body = bodies[index];
    if (!content || !body) return null;
    const others = neighbours.filter((_, other) => other !== index);
    return lookAround(content, body, { named: others, resembling: others, within: others });
  };
}
