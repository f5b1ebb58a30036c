import type { Location } from '#domain/finding.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { Graph, type Resource, type Term } from './graph.ts';
import { iriOf } from './namespaces.ts';
import { PackedGraph } from './packed-graph.ts';
import type { Parse, Text } from './parse.ts';
import { BETWEEN_CONCEPTS } from './properties.ts';
import { readConcept } from './read-concept.ts';
import { Vocabulary } from './vocabulary.ts';

const TYPE = iriOf('rdf:type');
const CONCEPT = iriOf('skos:Concept');
const MEMBER = iriOf('skos:member');
const TOP = iriOf('skos:hasTopConcept');
/** What a concept is called by those that lead to it. */
const NAMES = [iriOf('skos:prefLabel'), iriOf('lx:language')];
const RELATIONS = BETWEEN_CONCEPTS.map(iriOf);

type Called = [property: Resource, value: Term][];
type Surroundings = {
  called: Map<Resource, Called>;
  /** What else is spoken of: schemes, collections and documents, which are few; without what they own. */
  others: Map<Resource, [name: Resource, property: Resource, value: Term][]>;
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
  const around: Surroundings = { called: new Map(), others: new Map(), owners: new Map() };
  for (const subject of packed.subjects()) {
    const graph = new Graph();
    packed.unpack(subject, graph);
    if (graph.values(subject, TYPE).includes(CONCEPT)) {
      around.called.set(
        subject,
        NAMES.flatMap((name) => graph.values(subject, name).map((value): Called[number] => [name, value])),
      );
      continue;
    }
    around.others.set(subject, statements(graph));
    for (const property of [MEMBER, TOP]) {
      for (const owned of graph.resources(subject, property)) {
        const owners = around.owners.get(owned);
        if (owners) owners.push([subject, property]);
        else around.owners.set(owned, [[subject, property]]);
      }
    }
  }
  return around;
}

function statements(graph: Graph): [Resource, Resource, Term][] {
  return [...graph.nodes].flatMap(([name, properties]) =>
    [...properties].flatMap(([property, values]) =>
      property === MEMBER || property === TOP
        ? []
        : values.map((value): [Resource, Resource, Term] => [name, property, value]),
    ),
  );
}

/** A concept, what it leads to by name, and what it is part of. */
function graphOf(packed: PackedGraph, concept: Resource, { called, others, owners }: Surroundings): Graph {
  const graph = new Graph();
  packed.unpack(concept, graph);
  const addAbout = (thing: Resource) => {
    for (const [name, property, value] of others.get(thing) ?? []) graph.add(name, property, value, null);
  };
  for (const relation of RELATIONS) {
    for (const target of graph.resources(concept, relation)) {
      const names = called.get(target);
      if (!names) continue;
      graph.add(target, TYPE, CONCEPT, null);
      for (const [property, value] of names) graph.add(target, property, value, null);
    }
  }
  for (const [owner, property] of owners.get(concept) ?? []) {
    addAbout(owner);
    graph.add(owner, property, concept, null);
  }
  for (const values of [...(graph.nodes.get(concept)?.values() ?? [])]) {
    for (const value of values) if (typeof value === 'string') addAbout(value);
  }
  return graph;
}
