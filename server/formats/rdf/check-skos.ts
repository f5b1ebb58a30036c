import { dependencyLevels } from '#domain/dependency-order.ts';
import type { Finding } from '#domain/finding.ts';
import { type Params, preview } from '#domain/record-raw.ts';
import { isBlank, type Literal, type Resource } from './graph.ts';
import { isLanguageTag } from './language-tag.ts';
import { iriOf, shorten } from './namespaces.ts';
import { MAPPINGS, OWN_IRI, SPECIAL_RELATIONS } from './properties.ts';
import type { Vocabulary } from './vocabulary.ts';

type Found = { ofFile: Finding[]; ofConcepts: Map<Resource, Finding[]> };

/** What NL-SBB calls a violation, by our code; `definition_missing` comes from the check of the record itself. */
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
] as const;

const LABELS = ['skos:prefLabel', 'skos:altLabel', 'skos:hiddenLabel'] as const;
/** Texts that should say which language they are in. */
const TEXTS = [
  ...LABELS,
  ...(['skos:definition', 'skos:scopeNote', 'skos:changeNote', 'skos:editorialNote', 'skos:historyNote'] as const),
  'rdfs:comment' as const,
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
export function checkSkos(vocabulary: Vocabulary): Found {
  const found: Found = { ofFile: [], ofConcepts: new Map() };
  checkSchemes(vocabulary, found);
  for (const concept of vocabulary.concepts) {
    checkLabels(vocabulary, concept, found);
    checkPlace(vocabulary, concept, found);
    checkMappings(vocabulary, concept, found);
  }
  checkShared(vocabulary, found);
  checkHierarchy(vocabulary, found);
  return found;
}

function add(found: Found, concept: Resource, code: string, field: string, value?: string, params?: Params): void {
  const finding: Finding = { code, severity: SEVERITIES[code] ?? 'warning', field };
  if (value) finding.value = preview(value);
  if (params) finding.params = params;
  const findings = found.ofConcepts.get(concept);
  if (findings) findings.push(finding);
  else found.ofConcepts.set(concept, [finding]);
}

const SEVERITIES: Readonly<Record<string, Finding['severity']>> = { skos_orphan: 'info', skos_source_untitled: 'info' };

function checkSchemes(vocabulary: Vocabulary, found: Found): void {
  const { graph } = vocabulary;
  const schemes = [...graph.nodes.keys()].filter((node) => vocabulary.isA(node, 'skos:ConceptScheme'));
  const untitled = schemes.filter((scheme) => graph.literals(scheme, iriOf('dct:title')).length === 0);
  if (schemes.length === 0) found.ofFile.push({ code: 'skos_scheme_missing', severity: 'warning' });
  for (const scheme of untitled.slice(0, 5)) {
    found.ofFile.push({ code: 'skos_scheme_untitled', severity: 'warning', value: preview(scheme) });
  }
}

function checkLabels(vocabulary: Vocabulary, concept: Resource, found: Found): void {
  const labels = LABELS.map((name) => [name, vocabulary.texts(concept, iriOf(name))] as const);
  const seen = new Map<string, string>();
  for (const [name, texts] of labels) {
    if (texts.some(({ text }) => text.trim() === '')) add(found, concept, 'skos_label_empty', fieldOf(name));
    for (const text of texts) {
      const key = `${text.language} ${text.text}`;
      const other = seen.get(key);
      if (other && other !== name) add(found, concept, 'skos_labels_overlap', fieldOf(name), text.text);
      seen.set(key, name);
    }
  }
  const languages = (labels[0]?.[1] ?? []).map(({ language }) => language);
  const repeated = languages.find((language, index) => languages.indexOf(language) !== index);
  if (repeated !== undefined) {
    add(found, concept, 'skos_pref_label_several', 'term', undefined, { language: repeated || '–' });
  }
  checkLanguages(vocabulary, concept, found);
}

function checkLanguages(vocabulary: Vocabulary, concept: Resource, found: Found): void {
  const untagged: string[] = [];
  for (const name of TEXTS) {
    const texts: readonly Literal[] = vocabulary.texts(concept, iriOf(name));
    if (texts.some(({ language }) => language === '')) untagged.push(name);
    const wrong = texts.find(({ language }) => language !== '' && !isLanguageTag(language));
    if (wrong) add(found, concept, 'skos_language_invalid', fieldOf(name), wrong.language);
  }
  const [first] = untagged;
  if (first)
    add(found, concept, 'skos_language_missing', fieldOf(first), undefined, { properties: untagged.join(', ') });
}

/** What a concept is, what it is part of, and where in the hierarchy it stands. */
function checkPlace(vocabulary: Vocabulary, concept: Resource, found: Found): void {
  const { graph } = vocabulary;
  for (const other of ['skos:ConceptScheme', 'skos:Collection'] as const) {
    if (vocabulary.isA(concept, other)) add(found, concept, 'skos_class_clash', 'term', undefined, { other });
  }
  for (const scheme of vocabulary.schemesOf(concept)) {
    const isDeclared = vocabulary.isA(scheme, 'skos:ConceptScheme');
    if (!isDeclared) add(found, concept, 'skos_scheme_not_declared', 'extras', scheme);
  }
  const isTop = vocabulary.topOf(concept).length > 0;
  if (isTop && graph.values(concept, iriOf('skos:broader')).length > 0) {
    add(found, concept, 'skos_top_concept_broader', 'relations');
  }
}

function checkMappings(vocabulary: Vocabulary, concept: Resource, found: Found): void {
  const { graph } = vocabulary;
  const own = vocabulary.schemesOf(concept);
  const kinds = new Map<Resource, string>();
  for (const name of MAPPINGS) {
    for (const target of graph.resources(concept, iriOf(name))) {
      const isInside = vocabulary.schemesOf(target).some((scheme) => own.includes(scheme));
      if (isInside) add(found, concept, 'skos_mapping_inside_scheme', 'extras', target, { property: name });
      const other = kinds.get(target);
      // Close and broader at once is allowed; exact excludes all but close, broader and narrower exclude each other.
      if (other && !isAllowedPair(other, name)) {
        add(found, concept, 'skos_mapping_clash', 'extras', target, { property: name, other });
      }
      kinds.set(target, name);
    }
  }
}

function isAllowedPair(one: string, other: string): boolean {
  return [one, other].every(
    (name) => name === 'skos:closeMatch' || name === 'skos:broadMatch' || name === 'skos:narrowMatch',
  )
    ? one === 'skos:closeMatch' || other === 'skos:closeMatch'
    : false;
}

/** Codes and preferred labels that several concepts of one scheme have. */
function checkShared(vocabulary: Vocabulary, found: Found): void {
  const owners = new Map<string, { concept: Resource; isSaid: boolean }>();
  const claim = (concept: Resource, code: string, field: string, text: string, key: string) => {
    const owner = owners.get(key);
    if (!owner) owners.set(key, { concept, isSaid: false });
    else if (owner.concept !== concept) {
      if (!owner.isSaid) add(found, owner.concept, code, field, text);
      owner.isSaid = true;
      add(found, concept, code, field, text);
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

function checkHierarchy(vocabulary: Vocabulary, found: Found): void {
  const positions = new Map(vocabulary.concepts.map((concept, index) => [concept, index]));
  const broader = broaderOf(vocabulary, positions);
  checkCycles(vocabulary, broader, found);
  checkRelated(vocabulary, positions, broader, found);
  checkOrphans(vocabulary, broader, found);
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

function checkCycles(vocabulary: Vocabulary, broader: readonly number[][], found: Found): void {
  const terms = (members: readonly number[]) =>
    members.map((member) => vocabulary.termOf(vocabulary.concepts[member] as Resource) ?? '?');
  const loops = broader.flatMap((targets, index) => (targets.includes(index) ? [[index]] : []));
  const cycles = dependencyLevels(broader).cycles.filter((cycle) => cycle.length > 1);
  for (const cycle of [...loops, ...cycles]) {
    const shown = terms(cycle.slice(0, CYCLE_TERMS_SHOWN));
    const path = [...shown, cycle.length > CYCLE_TERMS_SHOWN ? '…' : (shown[0] as string)].join(' → ');
    for (const member of cycle) {
      add(found, vocabulary.concepts[member] as Resource, 'skos_hierarchy_cycle', 'relations', undefined, { path });
    }
  }
}

/** SKOS, S27: what is related is neither above nor below. */
function checkRelated(
  vocabulary: Vocabulary,
  positions: ReadonlyMap<Resource, number>,
  broader: readonly number[][],
  found: Found,
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
      const other = positions.get(target);
      if (other === undefined || steps > MAX_STEPS) continue;
      if (!isAbove(index, other) && !isAbove(other, index)) continue;
      add(found, concept, 'skos_related_clash', 'relations', vocabulary.termOf(target) ?? target);
    }
  }
}

/** Concepts that nothing leads to or from, in a file where others do have relations. */
function checkOrphans(vocabulary: Vocabulary, broader: readonly number[][], found: Found): void {
  const related = new Set<Resource>();
  for (const concept of vocabulary.concepts) {
    for (const target of vocabulary.graph.resources(concept, iriOf('skos:related'))) related.add(concept).add(target);
  }
  const linked = new Set<number>();
  for (const [index, targets] of broader.entries()) for (const target of targets) linked.add(index).add(target);
  if (linked.size === 0 && related.size === 0) return;
  for (const [index, concept] of vocabulary.concepts.entries()) {
    const isOwn = vocabulary.schemesOf(concept).some((scheme) => scheme.startsWith(OWN_IRI));
    if (isOwn || linked.has(index) || related.has(concept) || vocabulary.topOf(concept).length > 0) continue;
    const leadsOut = [...(vocabulary.graph.nodes.get(concept)?.keys() ?? [])].some((property) =>
      /^(?:skos:(?:broader|narrower|related)|isothes:)/.test(shorten(property)),
    );
    if (!leadsOut && !isBlank(concept)) add(found, concept, 'skos_orphan', 'relations');
  }
}

function fieldOf(name: string): string {
  return FIELDS[name] ?? 'extras';
}
