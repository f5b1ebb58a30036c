import { RELATION_TYPES, type Relation, type RelationType } from '#domain/definition.ts';
import type { Resource, Term } from './graph.ts';
import { iriOf, shorten } from './namespaces.ts';
import { RELATION_PROPERTIES, SPECIAL_RELATIONS } from './properties.ts';
import type { Value } from './value.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The relations of a concept, and the properties of those that lead out of the file, to keep. */
export type Relations = { relations: Relation[]; elsewhere: [name: string, values: Value[]][]; unknown: string[] };

const PROPERTIES: readonly [string, RelationType][] = [
  ...RELATION_TYPES.map((type): [string, RelationType] => [RELATION_PROPERTIES[type], type]),
  ...SPECIAL_RELATIONS,
];

export function readRelations(vocabulary: Vocabulary, concept: Resource): Relations {
  const found: Relations = { relations: [], elsewhere: [], unknown: [] };
  const explicit = readExplicit(vocabulary, concept);
  for (const [name, type] of PROPERTIES) {
    const away: Value[] = [];
    for (const target of vocabulary.graph.values(concept, iriOf(name as 'skos:broader'))) {
      const term = termOf(vocabulary, target);
      const own = typeof target === 'string' ? explicit.get(keyOf(type, target)) : undefined;
      if (own) found.relations.push(own);
      else if (term !== null) found.relations.push({ type, targetId: null, targetTerm: term });
      if (typeof target !== 'string' || (term !== null && !isSpecial(name))) continue;
      if (term === null) found.unknown.push(target);
      away.push({ iri: target });
    }
    if (away.length > 0) found.elsewhere.push([name, away]);
  }
  for (const [key, relation] of explicit) if (key.startsWith('?')) found.relations.push(relation);
  return found;
}

/** Relations are the same when they lead to the same in the same way. */
export function relationKey({ type, targetId, targetTerm }: Relation): string {
  return JSON.stringify([type, targetTerm, targetId]);
}

function isSpecial(name: string): boolean {
  return SPECIAL_RELATIONS.some(([special]) => special === name);
}

function termOf(vocabulary: Vocabulary, target: Term): string | null {
  if (typeof target !== 'string') return target.text.trim() || null;
  return vocabulary.isConcept(target) ? vocabulary.termOf(target) : null;
}

const keyOf = (type: string, target: Resource) => `${type} ${target}`;

/** What our own files say of relations beside the usual: where a target has another name than it is called by, or is nowhere. */
function readExplicit({ graph }: Vocabulary, concept: Resource): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const node of graph.resources(concept, iriOf('lx:relation'))) {
    const text = (name: `lx:${string}`) => graph.literals(node, iriOf(name))[0]?.text ?? null;
    const type = RELATION_TYPES.find((one) => one === text('lx:type'));
    const relation = { targetId: text('lx:targetId'), targetTerm: text('lx:targetTerm') };
    if (!type || (relation.targetId === null && relation.targetTerm === null)) continue;
    const [target] = graph.resources(node, iriOf('lx:target'));
    relations.set(target ? keyOf(type, target) : `?${shorten(node)}`, { type, ...relation });
  }
  return relations;
}
