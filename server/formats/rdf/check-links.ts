import { preview } from '#domain/record-raw.ts';
import type { Resource } from './graph.ts';
import { iriOf } from './namespaces.ts';
import { BETWEEN_CONCEPTS, MAPPINGS, RELATION_PROPERTIES, SPECIAL_RELATIONS } from './properties.ts';
import type { SkosFindings } from './skos-findings.ts';
import { isOfOurs, type Vocabulary } from './vocabulary.ts';

type Name = Parameters<typeof iriOf>[0];

/** Relations that say the same from the other side: a part and a kind are above and below as well. */
const UP: readonly Name[] = [
  'skos:broader',
  'isothes:broaderGeneric',
  'isothes:broaderPartitive',
  'isothes:broaderInstantial',
];
const DOWN: readonly Name[] = [
  'skos:narrower',
  'isothes:narrowerGeneric',
  'isothes:narrowerPartitive',
  'isothes:narrowerInstantial',
];
const RELATED: readonly Name[] = ['skos:related'];
/** Of which a circle of one is said already, as a circle in the hierarchy. */
const CIRCLES: ReadonlySet<Name> = new Set([
  RELATION_PROPERTIES.broader,
  RELATION_PROPERTIES.narrower,
  ...SPECIAL_RELATIONS.map(([name]) => name),
]);
const ALL_LINKS: readonly Name[] = [...BETWEEN_CONCEPTS, ...MAPPINGS];
/** A file means to say its relations from both sides when it does so of this many for each that it says from one. */
const BOTH_SIDES = 3;
/** How much is compared to find what stands beside each other, for the whole file. */
const MAX_STEPS = 2_000_000;
const GROUPS_SHOWN = 5;
const TERMS_SHOWN = 3;

/** The concepts of a file by their place in it, and for each of them those right above it. */
type Places = { positions: ReadonlyMap<Resource, number>; broader: readonly number[][] };
/** What one concept has of a kind that is said once of each: the first of it, and how many there are. */
type Counted = Map<number, { other: number; count: number }>;

/**
 * What qSKOS asks of relations between the concepts of one file beyond NL-SBB: remarks, each made once of a concept. What is in a
 * file of ours is there as its definitions have it.
 */
export function checkLinks(vocabulary: Vocabulary, places: Places, found: SkosFindings): void {
  checkToItself(vocabulary, found);
  checkSiblings(vocabulary, places, found);
  checkOneWay(vocabulary, places, found);
  checkGroups(vocabulary, places, found);
}

function checkToItself(vocabulary: Vocabulary, found: SkosFindings): void {
  for (const concept of vocabulary.concepts) {
    const names = ALL_LINKS.filter(
      (name) => !CIRCLES.has(name) && vocabulary.graph.values(concept, iriOf(name)).includes(concept),
    );
    if (names.length === 0) continue;
    found.concept(concept, 'skos_relation_to_itself', 'relations', undefined, { properties: names.join(', ') });
  }
}

/** Concepts under the same one are related by that already. Said of one of the two: the first that says it. */
function checkSiblings(vocabulary: Vocabulary, { positions, broader }: Places, found: SkosFindings): void {
  const { concepts } = vocabulary;
  const pairs = new Set<number>();
  const counted: Counted = new Map();
  let steps = 0;
  for (const [index, concept] of concepts.entries()) {
    const above = new Set(broader[index]);
    if (above.size === 0 || isOfOurs(vocabulary, concept)) continue;
    for (const other of linked(vocabulary, concept, RELATED, positions)) {
      const pair = Math.min(index, other) * concepts.length + Math.max(index, other);
      if (other === index || pairs.has(pair) || steps > MAX_STEPS) continue;
      steps += broader[other]?.length ?? 0;
      if (!broader[other]?.some((one) => above.has(one))) continue;
      pairs.add(pair);
      count(counted, index, other);
    }
  }
  say(vocabulary, counted, 'skos_related_siblings', found);
}

/** Most files say a relation from one side, and mean both; one that says nearly all of them from both sides forgot the others. */
function checkOneWay(vocabulary: Vocabulary, { positions }: Places, found: SkosFindings): void {
  const { concepts } = vocabulary;
  const counted: Counted = new Map();
  for (const [there, back] of [
    [UP, DOWN],
    [RELATED, RELATED],
  ] as const) {
    const said = new Set<number>();
    const saidBack = new Set<number>();
    for (const [index, concept] of concepts.entries()) {
      if (isOfOurs(vocabulary, concept)) continue;
      for (const other of linked(vocabulary, concept, there, positions)) {
        if (other !== index) said.add(index * concepts.length + other);
      }
      for (const other of linked(vocabulary, concept, back, positions)) {
        if (other !== index) saidBack.add(other * concepts.length + index);
      }
    }
    const forgotten = [...said].filter((key) => !saidBack.has(key));
    const forgottenBack = there === back ? [] : [...saidBack].filter((key) => !said.has(key));
    const both = said.size - forgotten.length;
    // What is said from both sides is there twice where there and back are the same.
    if ((there === back ? both / 2 : both) < BOTH_SIDES * (forgotten.length + forgottenBack.length)) continue;
    for (const key of forgotten) count(counted, Math.floor(key / concepts.length), key % concepts.length);
    for (const key of forgottenBack) count(counted, key % concepts.length, Math.floor(key / concepts.length));
  }
  say(vocabulary, counted, 'skos_relation_one_way', found);
}

/** A file that falls apart: groups of concepts that nothing joins. A concept alone is an orphan, or a top concept. */
function checkGroups(vocabulary: Vocabulary, { positions }: Places, found: SkosFindings): void {
  const { concepts } = vocabulary;
  const parents = concepts.map((_, index) => index);
  const rootOf = (member: number): number => {
    let at = member;
    while (parents[at] !== at) {
      const further = parents[parents[at] as number] as number;
      parents[at] = further;
      at = further;
    }
    return at;
  };
  for (const [index, concept] of concepts.entries()) {
    for (const other of linked(vocabulary, concept, ALL_LINKS, positions)) {
      const [one, two] = [rootOf(index), rootOf(other)];
      parents[Math.max(one, two)] = Math.min(one, two);
    }
  }
  const groups = new Map<number, number[]>();
  for (const [index, concept] of concepts.entries()) {
    if (isOfOurs(vocabulary, concept)) continue;
    const root = rootOf(index);
    const known = groups.get(root);
    if (known) known.push(index);
    else groups.set(root, [index]);
  }
  const several = [...groups.values()].filter(({ length }) => length > 1).sort((a, b) => a.length - b.length);
  if (several.length < 2) return;
  const shown = several.slice(0, Math.min(GROUPS_SHOWN, several.length - 1));
  const hidden = several.length - 1 - shown.length;
  found.file('skos_groups_apart', undefined, {
    count: several.length,
    groups: shown.map((members) => groupName(vocabulary, members)).join('; ') + (hidden > 0 ? '; …' : ''),
  });
}

function groupName(vocabulary: Vocabulary, members: readonly number[]): string {
  const terms = members.slice(0, TERMS_SHOWN).map((member) => preview(nameOf(vocabulary, member)));
  return `${terms.join(', ')}${members.length > TERMS_SHOWN ? ', …' : ''} (${members.length})`;
}

/** The concepts of the file that a concept leads to in one of these ways. */
function* linked(
  { graph }: Vocabulary,
  concept: Resource,
  names: readonly Name[],
  positions: ReadonlyMap<Resource, number>,
): Generator<number> {
  for (const name of names) {
    for (const target of graph.values(concept, iriOf(name))) {
      const position = typeof target === 'string' ? positions.get(target) : undefined;
      if (position !== undefined) yield position;
    }
  }
}

function count(counted: Counted, index: number, other: number): void {
  const known = counted.get(index);
  if (known) known.count += 1;
  else counted.set(index, { other, count: 1 });
}

function say(vocabulary: Vocabulary, counted: Counted, code: string, found: SkosFindings): void {
  for (const [index, { other, count }] of counted) {
    const concept = vocabulary.concepts[index] as Resource;
    found.concept(concept, code, 'relations', nameOf(vocabulary, other), { count });
  }
}

function nameOf(vocabulary: Vocabulary, position: number): string {
  const concept = vocabulary.concepts[position] as Resource;
  return vocabulary.termOf(concept) ?? concept;
}
