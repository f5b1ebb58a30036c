import { CONTENT_FIELDS, type Examples } from '#domain/definition.ts';

/** Where a column or property of a file goes: a content field of ours, one kind of its examples, or our id or version. */
type FieldTarget = { field: string; kind?: keyof Examples };

/** How names are compared: without regard to case, spaces, underscores, hyphens, dots and brackets. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_.()-]+/g, '');
}

const EXAMPLES: Readonly<Record<keyof Examples, string[]>> = {
  sentence: ['voorbeeldzinnen', 'voorbeeldzin', 'voorbeelden', 'sentence', 'examplessentence', 'examplesentences'],
  practical: ['praktijkvoorbeelden', 'praktijkvoorbeeld', 'practical', 'examplespractical', 'practicalexamples'],
  counter: ['tegenvoorbeelden', 'tegenvoorbeeld', 'counter', 'examplescounter', 'counterexamples'],
};

/** Names other systems use, folded. The first group of each is the predecessor's. */
const ALIASES: Readonly<Record<string, string[]>> = {
  term: ['begrip', 'begripsnaam'],
  definition: ['definitie', 'definitieaangepast', 'definitiegecorrigeerd', 'definitieorigineel', 'omschrijving'],
  category: ['categorie', 'ontologischecategorie'],
  status: [],
  ufoCategory: ['ufocategorie', 'ufo'],
  organisationalContext: [
    'organisatorischecontext',
    'context',
    'organisatorisch',
    'organizationalcontext',
    'organisatie',
    'organisaties',
  ],
  legalContext: ['juridischecontext', 'juridisch', 'rechtsgebied'],
  legalBasis: ['wettelijkebasis', 'wettelijk', 'wettelijkegrondslag'],
  synonyms: ['synoniemen', 'synoniem'],
  antonyms: ['antoniemen', 'antoniem'],
  preferredTerm: ['voorkeursterm'],
  explanation: ['toelichting', 'toelichtingoptioneel'],
  sources: ['bronnen', 'bron', 'externebronnen', 'source'],
  caseReferences: ['zaakverwijzingen', 'zaakverwijzing', 'casereference'],
  legalMetadata: ['juridischemetadata'],
  chainPartners: ['ketenpartners', 'ketenpartner'],
  classification: ['rubricering', 'classificatie'],
  language: ['taal', 'taalcode'],
  validFrom: ['geldigvanaf', 'geldigvan', 'begingeldigheid'],
  validUntil: ['geldigtot', 'geldigtotenmet', 'eindegeldigheid'],
  relations: ['relaties', 'relatie', 'relation'],
  extras: ['overigegegevens'],
  version: ['versie'],
  schemaVersion: ['formaatversie'],
};

const OWN = new Map<string, FieldTarget>();
for (const field of [...CONTENT_FIELDS, 'id', 'version', 'schemaVersion', 'contentHash']) {
  OWN.set(foldName(field), { field });
}

const FOREIGN = new Map<string, FieldTarget>();
for (const [field, names] of Object.entries(ALIASES)) for (const name of names) FOREIGN.set(name, { field });
for (const kind of ['sentence', 'practical', 'counter'] as const) {
  for (const name of EXAMPLES[kind]) FOREIGN.set(name, { field: 'examples', kind });
}

/** Where a name goes, and whether it is one of ours or another system's for it; null for a name we have no field for. */
export function fieldTarget(name: string): { target: FieldTarget; isOwn: boolean } | null {
  const folded = foldName(name);
  const own = OWN.get(folded);
  if (own) return { target: own, isOwn: true };
  const foreign = FOREIGN.get(folded);
  return foreign ? { target: foreign, isOwn: false } : null;
}

/** The predecessor's bookkeeping: known, without a field of ours, kept in extras without a remark. */
const BOOKKEEPING = new Set(
  (
    'validationscore validationdate validationissues createdat updatedat createdby updatedby sourcetype sourcereference ' +
    'importedfrom versionnumber previousversionid toelichtingproces datumvoorstel approvedby approvedat approvalnotes ' +
    'lastexportedat exportdestinations generationpromptdata marker metadata validatie review technisch tags'
  ).split(' '),
);

export function isBookkeeping(name: string): boolean {
  return BOOKKEEPING.has(foldName(name));
}
