import { isBlank, type Resource, type Term } from './graph.ts';
import { iriOf } from './namespaces.ts';
import { BETWEEN_CONCEPTS, MAPPINGS } from './properties.ts';
import type { SkosFindings } from './skos-findings.ts';
import type { Vocabulary } from './vocabulary.ts';

type Name = Parameters<typeof iriOf>[0];

/** What NL-SBB wants a text for, and the field of ours that it is read into. */
const TEXTS: readonly (readonly [Name, string])[] = [
  ['skos:prefLabel', 'term'],
  ['skos:altLabel', 'synonyms'],
  ['skos:hiddenLabel', 'extras'],
  ['skos:definition', 'definition'],
  ['skos:scopeNote', 'explanation'],
  ['skos:example', 'examples'],
  ['skos:changeNote', 'extras'],
  ['skos:editorialNote', 'extras'],
  ['skos:historyNote', 'extras'],
  ['rdfs:comment', 'extras'],
  ['rdfs:label', 'extras'],
];
const RELATIONS: readonly Name[] = BETWEEN_CONCEPTS.filter((name) => !name.startsWith('lx:'));
/** Where only a concept may stand on both sides; the profile asks it of these. */
const OF_CONCEPTS: readonly Name[] = ['skos:broader', 'skos:narrower', 'skos:related', ...MAPPINGS];

/**
 * What the shapes of the NL-SBB profile ask of properties one by one: that a text is a text, that a name is a name, and that what
 * it leads to is what it should be. The rules about several things at once are those of `checkSkos`.
 */
export function checkProfile(vocabulary: Vocabulary, found: SkosFindings): void {
  const hasSchemes = checkFile(vocabulary, found);
  for (const concept of vocabulary.concepts) {
    if (!vocabulary.isA(concept, 'skos:Concept')) found.concept(concept, 'skos_type_missing', 'term');
    checkLabel(vocabulary, concept, found);
    checkTexts(vocabulary, concept, found);
    checkRelations(vocabulary, concept, found);
    checkMappings(vocabulary, concept, found);
    checkSchemes(vocabulary, concept, hasSchemes, found);
    checkSources(vocabulary, concept, found);
  }
}

function checkLabel(vocabulary: Vocabulary, concept: Resource, found: SkosFindings): void {
  const { graph } = vocabulary;
  const labels = vocabulary.texts(concept, iriOf('skos:prefLabel'));
  if (labels.length === 0) return;
  if (graph.values(concept, iriOf('skos:prefLabel')).length === 0)
    found.concept(concept, 'skos_label_only_xl', 'term', labels[0]?.text);
  // Our own files say which language a definition is in, and mean it.
  const isOurs = graph.values(concept, iriOf('lx:language')).length > 0;
  const isForeign = labels.every(({ language }) => language !== '' && !/^nl(?:-|$)/i.test(language));
  if (isForeign && !isOurs) found.concept(concept, 'skos_label_not_dutch', 'term', labels[0]?.text);
}

function checkTexts({ graph }: Vocabulary, concept: Resource, found: SkosFindings): void {
  for (const [name, field] of TEXTS) {
    const wrong = graph
      .values(concept, iriOf(name))
      .find((value) => typeof value === 'string' || (name === 'skos:example' && value.datatype !== ''));
    if (wrong === undefined) continue;
    found.concept(concept, 'skos_text_expected', field, nameOf(wrong), { property: name });
  }
}

function checkRelations({ graph }: Vocabulary, concept: Resource, found: SkosFindings): void {
  for (const name of RELATIONS) checkNamed(graph.values(concept, iriOf(name)), concept, name, 'relations', found);
}

/** Mappings lead out of the file by their nature: what is there cannot be seen from here. */
function checkMappings(vocabulary: Vocabulary, concept: Resource, found: SkosFindings): void {
  const { graph } = vocabulary;
  const away: string[] = [];
  for (const name of MAPPINGS) {
    const targets = graph.values(concept, iriOf(name));
    checkNamed(targets, concept, name, 'extras', found);
    for (const target of targets) {
      if (typeof target !== 'string' || vocabulary.isConcept(target)) continue;
      if (graph.nodes.has(target)) found.concept(concept, 'skos_relation_to_non_concept', 'extras', target);
      else away.push(target);
    }
  }
  if (away.length > 0)
    found.concept(concept, 'skos_mapping_elsewhere', 'extras', away[0], { count: new Set(away).size });
}

function checkSchemes(vocabulary: Vocabulary, concept: Resource, hasSchemes: boolean, found: SkosFindings): void {
  const { graph } = vocabulary;
  const schemes = graph.values(concept, iriOf('skos:inScheme'));
  const tops = graph.values(concept, iriOf('skos:topConceptOf'));
  checkNamed(schemes, concept, 'skos:inScheme', 'extras', found);
  checkNamed(tops, concept, 'skos:topConceptOf', 'extras', found);
  if (hasSchemes && schemes.length === 0) found.concept(concept, 'skos_in_scheme_missing', 'extras');
  const named = new Set([...schemes, ...tops].filter((scheme) => typeof scheme === 'string'));
  for (const scheme of named) {
    if (!vocabulary.isA(scheme, 'skos:ConceptScheme'))
      found.concept(concept, 'skos_scheme_not_declared', 'extras', scheme);
  }
}

/** A name is an IRI: not a text, and not something that has none. */
function checkNamed(
  values: readonly Term[],
  concept: Resource,
  property: string,
  field: string,
  found: SkosFindings,
): void {
  const wrong = values.find((value) => typeof value !== 'string' || isBlank(value));
  if (wrong !== undefined) found.concept(concept, 'skos_target_unnamed', field, nameOf(wrong), { property });
}

function checkSources(vocabulary: Vocabulary, concept: Resource, found: SkosFindings): void {
  for (const source of vocabulary.graph.values(concept, iriOf('dct:source'))) {
    if (typeof source !== 'string') {
      found.concept(concept, 'skos_source_text', 'sources', source.text);
      continue;
    }
    const titles = vocabulary.graph.values(source, iriOf('dct:title'));
    if (titles.length === 0 || titles.some(isUntagged))
      found.concept(concept, 'skos_source_untitled', 'sources', isBlank(source) ? undefined : source);
    const properties = wrongOfSource(vocabulary, source);
    if (properties.length > 0)
      found.concept(concept, 'skos_source_properties', 'sources', isBlank(source) ? undefined : source, {
        properties: properties.join(', '),
      });
  }
}

/** Properties of a source document that are something else than they should be. */
function wrongOfSource({ graph }: Vocabulary, source: Resource): string[] {
  const isAny = (name: Name, isWrong: (value: Term) => boolean) => graph.values(source, iriOf(name)).some(isWrong);
  const wrong: string[] = isAny('rdfs:comment', isUntagged) ? ['rdfs:comment'] : [];
  if (isAny('foaf:page', (value) => typeof value !== 'string' || isBlank(value))) wrong.push('foaf:page');
  const isPlain = (value: Term) => typeof value !== 'string' && value.language === '' && value.datatype === '';
  if (isAny('dct:bibliographicCitation', (value) => !isPlain(value))) wrong.push('dct:bibliographicCitation');
  return wrong;
}

/** What is said of schemes and collections, and of what plays at being a concept. True when there is a scheme. */
function checkFile(vocabulary: Vocabulary, found: SkosFindings): boolean {
  const { graph } = vocabulary;
  const schemesNamed = new Set(
    vocabulary.concepts.flatMap((concept) => [
      ...vocabulary.schemesOf(concept),
      ...graph.resources(concept, iriOf('skos:topConceptOf')),
    ]),
  );
  let hasSchemes = false;
  for (const node of graph.nodes.keys()) {
    const isCollection = vocabulary.isA(node, 'skos:Collection');
    if (vocabulary.isA(node, 'skos:ConceptScheme')) {
      hasSchemes = true;
      checkScheme(vocabulary, node, found);
    }
    if (isCollection) checkCollection(vocabulary, node, found);
    if (isCollection && schemesNamed.has(node)) found.file('skos_scheme_is_collection', node);
    if (vocabulary.isConcept(node)) continue;
    const property = OF_CONCEPTS.find((name) => graph.values(node, iriOf(name)).length > 0);
    if (property) found.file('skos_relation_from_non_concept', nameOf(node), { property });
  }
  return hasSchemes;
}

function checkScheme(vocabulary: Vocabulary, scheme: Resource, found: SkosFindings): void {
  const { graph } = vocabulary;
  if (graph.values(scheme, iriOf('dct:title')).length === 0) found.file('skos_scheme_untitled', scheme);
  checkTagged(vocabulary, scheme, ['dct:title', 'rdfs:comment'], found);
  for (const top of graph.values(scheme, iriOf('skos:hasTopConcept'))) {
    const isOne = typeof top === 'string' && !isBlank(top) && vocabulary.isConcept(top);
    if (!isOne) found.file('skos_top_concept_unknown', nameOf(top));
  }
}

function checkCollection(vocabulary: Vocabulary, collection: Resource, found: SkosFindings): void {
  const { graph } = vocabulary;
  if (graph.values(collection, iriOf('skos:prefLabel')).length === 0)
    found.file('skos_collection_untitled', collection);
  checkTagged(vocabulary, collection, ['skos:prefLabel', 'rdfs:comment'], found);
  for (const member of graph.values(collection, iriOf('skos:member'))) {
    const isNamed = typeof member === 'string' && !isBlank(member);
    const isOne = isNamed && (vocabulary.isConcept(member) || vocabulary.isA(member, 'skos:Collection'));
    if (!isOne) found.file('skos_member_unknown', nameOf(member));
  }
}

function checkTagged({ graph }: Vocabulary, node: Resource, names: readonly Name[], found: SkosFindings): void {
  const untagged = names.filter((name) => graph.values(node, iriOf(name)).some(isUntagged));
  if (untagged.length > 0) found.file('skos_scheme_untagged', node, { properties: untagged.join(', ') });
}

function isUntagged(value: Term): boolean {
  return typeof value === 'string' || value.language === '';
}

/** What has no name is shown as Turtle writes it. */
function nameOf(value: Term): string {
  if (typeof value !== 'string') return value.text;
  return isBlank(value) ? '[ ]' : value;
}
