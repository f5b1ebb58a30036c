import type { Location } from '#domain/finding.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { Graph, type Resource, type Term } from './graph.ts';
import { iriOf } from './namespaces.ts';
import { PackedGraph } from './packed-graph.ts';
import type { Parse, Text } from './parse.ts';
import { BETWEEN_CONCEPTS } from './properties.ts';
import { readConcept } from './read-concept.ts';
import { TextBlocks } from './text-blocks.ts';
import { Vocabulary } from './vocabulary.ts';

const TYPE = iriOf('rdf:type');
const CONCEPT = iriOf('skos:Concept');
/** By these a collection or a scheme names what is its own: lists as long as the file. */
const OWNING = [iriOf('skos:member'), iriOf('skos:hasTopConcept')];
/** What a concept is called by those that lead to it. */
const NAMES = [iriOf('skos:prefLabel'), iriOf('lx:language')];
const RELATIONS = BETWEEN_CONCEPTS.map(iriOf);

type Statement = [name: Resource, property: Resource, value: Term];
/** What has to be known of other things than the concept at hand: statements as JSON, by their number in `texts`. */
type Surroundings = {
  texts: TextBlocks;
  /** What each concept is called. */
  called: Map<Resource, number>;
  /** What else is spoken of: schemes, collections and documents; without what they own. */
  others: Map<Resource, number>;
  /** What names a concept as its own, by that concept. */
  owners: Map<Resource, [owner: Resource, property: Resource][]>;
};

/**
 * The concepts of a file that we wrote ourselves, as its reader gives them, without what a reader has to say of a vocabulary: that
 * needs all of it at once, and this is for looking whether a large file is whole. @throws RdfRefused
 */
export async function* readPacked(parse: Parse, text: Text): AsyncGenerator<RawRecord, void> {
  const packed = new PackedGraph();
  await parse(text, packed);
  packed.pack();
  const around = surroundings(packed);
  const file: Location = {};
  for (const concept of around.called.keys()) {
    yield readConcept(new Vocabulary(graphOf(packed, concept, around)), concept, file);
  }
}

function surroundings(packed: PackedGraph): Surroundings {
  const around: Surroundings = { texts: new TextBlocks(), called: new Map(), others: new Map(), owners: new Map() };
  for (const subject of packed.subjects()) {
    const graph = new Graph();
    packed.unpack(subject, graph);
    const isConcept = graph.values(subject, TYPE).includes(CONCEPT);
    const known = isConcept ? whatItIsCalled(graph, subject) : whatIsSaid(graph);
    (isConcept ? around.called : around.others).set(subject, around.texts.add(JSON.stringify(known)));
    if (isConcept) continue;
    for (const property of OWNING) {
      for (const owned of graph.resources(subject, property)) {
        const owners = around.owners.get(owned);
        if (owners) owners.push([subject, property]);
        else around.owners.set(owned, [[subject, property]]);
      }
    }
  }
  return around;
}

function whatItIsCalled(graph: Graph, concept: Resource): Statement[] {
  const names = NAMES.flatMap((name) => graph.values(concept, name).map((value): Statement => [concept, name, value]));
  return [[concept, TYPE, CONCEPT], ...names];
}

function whatIsSaid(graph: Graph): Statement[] {
  return [...graph.nodes].flatMap(([name, properties]) =>
    [...properties].flatMap(([property, values]) =>
      OWNING.includes(property) ? [] : values.map((value): Statement => [name, property, value]),
    ),
  );
}

/** A concept, what it leads to by name, and what it is part of. */
function graphOf(packed: PackedGraph, concept: Resource, { texts, called, others, owners }: Surroundings): Graph {
  const graph = new Graph();
  packed.unpack(concept, graph);
  const add = (number: number | undefined) => {
    if (number === undefined) return;
    for (const [name, property, value] of JSON.parse(texts.at(number)) as Statement[])
      graph.add(name, property, value, null);
  };
  for (const relation of RELATIONS) for (const target of graph.resources(concept, relation)) add(called.get(target));
  for (const [owner, property] of owners.get(concept) ?? []) {
    add(others.get(owner));
    graph.add(owner, property, concept, null);
  }
  for (const values of [...(graph.nodes.get(concept)?.values() ?? [])]) {
    for (const value of values) if (typeof value === 'string') add(others.get(value));
  }
  return graph;
}
