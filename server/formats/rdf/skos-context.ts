import { NAMESPACES } from './namespaces.ts';

const TERMS = {
  skos:
    'prefLabel altLabel hiddenLabel notation definition scopeNote example note changeNote editorialNote historyNote ' +
    'Concept ConceptScheme Collection OrderedCollection',
};
const LINKS = {
  skos:
    'inScheme topConceptOf hasTopConcept broader narrower related broaderTransitive narrowerTransitive semanticRelation ' +
    'exactMatch closeMatch broadMatch narrowMatch relatedMatch mappingRelation member',
};

/** SKOS for JSON-LD: what files mean that refer to its vocabulary as their context. Never fetched. */
export const SKOS_CONTEXT: Readonly<Record<string, unknown>> = {
  ...NAMESPACES,
  dcterms: NAMESPACES.dct,
  ...Object.fromEntries(TERMS.skos.split(' ').map((name) => [name, `skos:${name}`])),
  ...Object.fromEntries(LINKS.skos.split(' ').map((name) => [name, { '@id': `skos:${name}`, '@type': '@id' }])),
  memberList: { '@id': 'skos:memberList', '@type': '@id', '@container': '@list' },
};

const ADDRESS = /^https?:\/\/www\.w3\.org\/(?:2004\/02\/skos\/core|ns\/skos)(?:\.jsonld)?#?$/;

export function isSkosContext(url: string): boolean {
  return ADDRESS.test(url);
}
