import { dependencyLevels } from '#domain/dependency-order.ts';
import { checkLinks } from './check-links.ts';
import { checkProfile } from './check-profile.ts';
import { isBlank, type Literal, type Resource } from './graph.ts';
import { isLanguageTag } from './language-tag.ts';
import { iriOf } from './namespaces.ts';
import { BETWEEN_CONCEPTS, MAPPINGS, SPECIAL_RELATIONS } from './properties.ts';
import { SkosFindings } from './skos-findings.ts';
import { isOfOurs, type Vocabulary } from './vocabulary.ts';

/** What breaks a rule of NL-SBB, by our code; `definition_missing` comes from the check of the record itself. */
export const NL_SBB_VIOLATIONS = [
  'definition_missing',
  'skos_scheme_not_declared',
  'skos_notation_shared',
  'skos_top_concept_broader',
  'skos_mapping_inside_scheme',
  'skos_relation_to_non_concept',
  'skos_class_clash',
  'skos_related_clash',
  'skos_labels_overlap',
  'skos_mapping_clash',
  'skos_type_missing',
  'skos_text_expected',
  'skos_target_unnamed',
  'skos_source_text',
  'skos_source_properties',
  'skos_scheme_is_collection',
  'skos_top_concept_unknown',
  'skos_member_unknown',
  'skos_relation_from_non_concept',
] as const;

const LABELS = ['skos:prefLabel', 'skos:altLabel', 'skos:hiddenLabel'] as const;
/** Texts that should say which language they are in. */
const TEXTS = [
  ...LABELS,
  ...(['skos:definition', 'skos:scopeNote', 'skos:changeNote', 'skos:editorialNote', 'skos:historyNote'] as const),
  ...(['rdfs:comment', 'rdfs:label'] as const),
];
const FIELDS: Readonly<Record<string, string>> = {
  'skos:prefLabel': 'term',
  'skos:altLabel': 'synonyms',
  'skos:definition': 'definition',
  'skos:scopeNote': 'explanation',
};
/** How much is walked upward to find a relation that is hierarchical as well, for the whole file. */
const MAX_STEPS = 2_000_000;
const CYCLE_TERMS_SHOWN = 6;

/**
 * What the NL-SBB profile and the integrity rules of SKOS have to say of a vocabulary, concept by concept. None of it keeps a
 * concept from coming in: real files break these rules.
 */
export function checkSkos(vocabulary: Vocabulary): SkosFindings {
  const found = new SkosFindings();
  if (![...vocabulary.graph.nodes.keys()].some((node) => vocabulary.isA(node, 'skos:ConceptScheme')))
    found.file('skos_scheme_missing');
  checkProfile(vocabulary, found);
  for (const concept of vocabulary.concepts) {
    checkLabels(vocabulary, concept, found);
    checkPlace(vocabulary, concept, found);
    checkMappings(vocabulary, concept, found);
  }
  checkShared(vocabulary, found);
  checkHierarchy(vocabulary, found);
  return found;
}

function checkLabels(vocabulary: Vocabulary, concept: Resource, found: SkosFindings): void {
  const labels = LABELS.map((name) => [name, vocabulary.texts(concept, iriOf(name))] as const);
  const seen = new Map<string, string>();
  for (const [name, texts] of labels) {
    if (texts.some(({ text }) => text.trim() === '')) found.concept(concept, 'skos_label_empty', fieldOf(name));
    for (const text of texts) {
      const key = `${text.language} ${text.text}`;
      const other = seen.get(key);
      if (other && other !== name) found.concept(concept, 'skos_labels_overlap', fieldOf(name), text.text);
      seen.set(key, name);
    }
  }
  const languages = (labels[0]?.[1] ?? []).map(({ language }) => language);
  const repeated = languages.find((language, index) => languages.indexOf(language) !== index);
  if (repeated !== undefined) {
    found.concept(concept, 'skos_pref_label_several', 'term', undefined, { language: repeated || '–' });
  }
  checkLanguages(vocabulary, concept, found);
}

function checkLanguages(vocabulary: Vocabulary, concept: Resource, found: SkosFindings): void {
  const untagged: string[] = [];
  for (const name of TEXTS) {
    const texts: readonly Literal[] = vocabulary.texts(concept, iriOf(name));
    if (texts.some(({ language }) => language === '')) untagged.push(name);
    const wrong = texts.find(({ language }) => language !== '' && !isLanguageTag(language));
    if (wrong) found.concept(concept, 'skos_language_invalid', fieldOf(name), wrong.language);
  }
  const [first] = untagged;
  if (first)
    found.concept(concept, 'skos_language_missing', fieldOf(first), undefined, { properties: untagged.join(', ') });
}

/** What a concept is, what it is part of, and where in the hierarchy it stands. */
function checkPlace(vocabulary: Vocabulary, concept: Resource, found: SkosFindings): void {
  const { graph } = vocabulary;
  for (const other of ['skos:ConceptScheme', 'skos:Collection'] as const) {
    if (vocabulary.isA(concept, other)) found.concept(concept, 'skos_class_clash', 'term', undefined, { other });
  }
  const isTop = vocabulary.topOf(concept).length > 0;
  if (isTop && graph.values(concept, iriOf('skos:broader')).length > 0) {
    found.concept(concept, 'skos_top_concept_broader', 'relations');
  }
}

function checkMappings(vocabulary: Vocabulary, concept: Resource, found: SkosFindings): void {
  const { graph } = vocabulary;
  const own = vocabulary.schemesOf(concept);
  const kinds = new Map<Resource, string>();
  for (const name of MAPPINGS) {
    for (const target of graph.resources(concept, iriOf(name))) {
      const isInside = vocabulary.schemesOf(target).some((scheme) => own.includes(scheme));
      if (isInside) found.concept(concept, 'skos_mapping_inside_scheme', 'extras', target, { property: name });
      const other = kinds.get(target);
      // SKOS itself allows some pairs; the profile none.
      if (other) found.concept(concept, 'skos_mapping_clash', 'extras', target, { property: name, other });
      kinds.set(target, name);
    }
  }
}

/** Codes and preferred labels that several concepts of one scheme have. */
function checkShared(vocabulary: Vocabulary, found: SkosFindings): void {
  const owners = new Map<string, { concept: Resource; isSaid: boolean }>();
  const claim = (concept: Resource, code: string, field: string, text: string, key: string) => {
    const owner = owners.get(key);
    if (!owner) owners.set(key, { concept, isSaid: false });
    else if (owner.concept !== concept) {
      if (!owner.isSaid) found.concept(owner.concept, code, field, text);
      owner.isSaid = true;
      found.concept(concept, code, field, text);
    }
  };
  for (const concept of vocabulary.concepts) {
    for (const scheme of vocabulary.schemesOf(concept)) {
      for (const { text, language, datatype } of vocabulary.graph.literals(concept, iriOf('skos:notation'))) {
        claim(
          concept,
          'skos_notation_shared',
          'extras',
          text,
          `notation\n${scheme}\n${datatype}\n${language}\n${text}`,
        );
      }
      for (const { text, language } of vocabulary.texts(concept, iriOf('skos:prefLabel'))) {
        claim(concept, 'skos_pref_label_shared', 'term', text, `label\n${scheme}\n${language}\n${text}`);
      }
    }
  }
}

function checkHierarchy(vocabulary: Vocabulary, found: SkosFindings): void {
  const positions = new Map(vocabulary.concepts.map((concept, index) => [concept, index]));
  const broader = broaderOf(vocabulary, positions);
  checkCycles(vocabulary, broader, found);
  checkRelated(vocabulary, positions, broader, found);
  checkOrphans(vocabulary, found);
  checkLinks(vocabulary, { positions, broader }, found);
}

/** For each concept the concepts right above it, whichever of the two says so. */
function broaderOf(vocabulary: Vocabulary, positions: ReadonlyMap<Resource, number>): number[][] {
  const broader: number[][] = vocabulary.concepts.map(() => []);
  const up = ['skos:broader', ...SPECIAL_RELATIONS.filter(([, type]) => type === 'broader').map(([name]) => name)];
  const down = ['skos:narrower', ...SPECIAL_RELATIONS.filter(([, type]) => type === 'narrower').map(([name]) => name)];
  for (const [index, concept] of vocabulary.concepts.entries()) {
    const targets = (names: readonly string[]) =>
      names
        .flatMap((name) => vocabulary.graph.resources(concept, iriOf(name as 'skos:broader')))
        .flatMap((target) => positions.get(target) ?? []);
    for (const above of targets(up)) broader[index]?.push(above);
    for (const below of targets(down)) broader[below]?.push(index);
  }
  return broader;
}

function checkCycles(vocabulary: Vocabulary, broader: readonly number[][], found: SkosFindings): void {
  const terms = (members: readonly number[]) =>
    members.map((member) => vocabulary.termOf(vocabulary.concepts[member] as Resource) ?? '?');
  const loops = broader.flatMap((targets, index) => (targets.includes(index) ? [[index]] : []));
  const cycles = dependencyLevels(broader).cycles.filter((cycle) => cycle.length > 1);
  for (const cycle of [...loops, ...cycles]) {
    const shown = terms(cycle.slice(0, CYCLE_TERMS_SHOWN));
    const path = [...shown, cycle.length > CYCLE_TERMS_SHOWN ? '…' : (shown[0] as string)].join(' → ');
    for (const member of cycle) {
      found.concept(vocabulary.concepts[member] as Resource, 'skos_hierarchy_cycle', 'relations', undefined, { path });
    }
  }
}

/** SKOS, S27: what is related is neither above nor below. */
function checkRelated(
  vocabulary: Vocabulary,
  positions: ReadonlyMap<Resource, number>,
  broader: readonly number[][],
  found: SkosFindings,
): void {
  let steps = 0;
  const isAbove = (from: number, to: number) => {
    const seen = new Set([from]);
    for (const at of seen) {
      for (const above of broader[at] ?? []) {
        if (above === to) return true;
        if (++steps > MAX_STEPS) return false;
        seen.add(above);
      }
    }
    return false;
  };
  for (const [index, concept] of vocabulary.concepts.entries()) {
    for (const target of vocabulary.graph.resources(concept, iriOf('skos:related'))) {
      if (!isSaidBoth(vocabulary, concept, target)) {
        const other = positions.get(target);
        if (other === undefined || steps > MAX_STEPS) continue;
        if (!isAbove(index, other) && !isAbove(other, index)) continue;
      }
      found.concept(concept, 'skos_related_clash', 'relations', vocabulary.termOf(target) ?? target);
    }
  }
}

/** Said in so many words, also of what is not in the file. */
function isSaidBoth({ graph }: Vocabulary, concept: Resource, target: Resource): boolean {
  return (['skos:broader', 'skos:narrower'] as const).some((name) =>
    graph.values(concept, iriOf(name)).includes(target),
  );
}

/**
 * Concepts that nothing leads to or from, in a file where others do have relations. The profile looks at three kinds of relation
 * and at no inference; whoever says it more precisely, with a part or a kind, has said it.
 */
function checkOrphans(vocabulary: Vocabulary, found: SkosFindings): void {
  const linked = new Set<Resource>();
  for (const concept of vocabulary.concepts) {
    for (const name of BETWEEN_CONCEPTS) {
      for (const target of vocabulary.graph.values(concept, iriOf(name))) {
        linked.add(concept);
        if (typeof target === 'string') linked.add(target);
      }
    }
  }
  if (linked.size === 0) return;
  for (const concept of vocabulary.concepts) {
    const isApart = isOfOurs(vocabulary, concept) || isBlank(concept) || !vocabulary.isA(concept, 'skos:Concept');
    if (isApart || linked.has(concept) || vocabulary.topOf(concept).length > 0) continue;
    found.concept(concept, 'skos_orphan', 'relations');
  }
}

function fieldOf(name: string): string {
  return FIELDS[name] ?? 'extras';
}
