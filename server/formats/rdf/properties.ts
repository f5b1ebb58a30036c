import type { DefinitionContent, RelationType } from '#domain/definition.ts';

/** A property by its short name: see namespaces.ts. */
type Name = `skos:${string}` | `isothes:${string}` | `lx:${string}`;

/** How NL-SBB says each kind of relation. It has no word for dependence. */
export const RELATION_PROPERTIES: Readonly<Record<RelationType, Name>> = {
  broader: 'skos:broader',
  narrower: 'skos:narrower',
  related: 'skos:related',
  part_of: 'isothes:broaderPartitive',
  has_part: 'isothes:narrowerPartitive',
  instance_of: 'isothes:broaderInstantial',
  has_instance: 'isothes:narrowerInstantial',
  depends_on: 'lx:dependsOn',
};

/** Narrower words for a relation of ours: read as that, and kept to be written again. */
export const SPECIAL_RELATIONS: readonly [Name, RelationType][] = [
  ['isothes:broaderGeneric', 'broader'],
  ['isothes:narrowerGeneric', 'narrower'],
];

/** Every way one concept can stand to another within a file. */
export const BETWEEN_CONCEPTS: readonly Name[] = [
  ...Object.values(RELATION_PROPERTIES),
  ...SPECIAL_RELATIONS.map(([name]) => name),
];

/** Lists of texts that NL-SBB has no word for. */
export const OWN_LISTS: readonly [Name, keyof DefinitionContent][] = [
  ['lx:organisationalContext', 'organisationalContext'],
  ['lx:legalContext', 'legalContext'],
  ['lx:antonym', 'antonyms'],
  ['lx:chainPartner', 'chainPartners'],
];

/** Single values that NL-SBB has no word for. */
export const OWN_VALUES: readonly [Name, keyof DefinitionContent][] = [
  ['lx:category', 'category'],
  ['lx:ufoCategory', 'ufoCategory'],
  ['lx:preferredTerm', 'preferredTerm'],
  ['lx:classification', 'classification'],
  ['lx:validFrom', 'validFrom'],
  ['lx:validUntil', 'validUntil'],
];

/** Kinds of examples; NL-SBB knows one. */
export const EXAMPLES = [
  ['skos:example', 'sentence'],
  ['lx:practicalExample', 'practical'],
  ['lx:counterExample', 'counter'],
] as const satisfies readonly [Name, keyof DefinitionContent['examples']][];

export const MAPPINGS: readonly Name[] = [
  'skos:exactMatch',
  'skos:closeMatch',
  'skos:relatedMatch',
  'skos:broadMatch',
  'skos:narrowMatch',
];

/** Names of our own making begin with this: nothing outside this program knows them. */
export const OWN_IRI = 'urn:lexport:';
