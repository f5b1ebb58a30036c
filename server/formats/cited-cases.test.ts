import { expect, it } from 'vitest';
import { detectFormat } from './formats.ts';
import { checkAll } from './read-for-test.ts';

const ECLI = 'ECLI:NL:HR:2024:1';
const TURTLE = (source: string) => `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<https://example.org/k> a skos:ConceptScheme ; dct:title "Kader"@nl .
<https://example.org/b> a skos:Concept ; skos:prefLabel "beslag"@nl ; skos:definition "vastlegging van iets"@nl ;
  skos:inScheme <https://example.org/k> ; dct:source ${source} .`;
const TBX = `<?xml version="1.0"?><tbx type="TBX-Basic" style="dca" xml:lang="nl" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>van iemand anders</p></sourceDesc></fileDesc></tbxHeader><text><body><conceptEntry id="e1">
<langSec xml:lang="nl"><descripGrp><descrip type="definition">vastlegging van iets</descrip><admin type="source">${ECLI}</admin>
</descripGrp><termSec><term>beslag</term></termSec></langSec></conceptEntry></body></text></tbx>`;

it.each<[string, string, string]>([
  ['a column of a table', 'a.csv', `begrip;definitie;bron\nbeslag;vastlegging van iets;${ECLI}\n`],
  [
    'the sources of a framework of the chain',
    'b.csv',
    `Titel,NLSBBVoorkeursterm,NLSBBDefinitie,NLSBBHeeftBron\nBegrip:Id-1,"""beslag""@nl","""vastlegging van iets""@nl","[""${ECLI}""]"\n`,
  ],
  ['linked data', 'c.ttl', TURTLE(`[ a foaf:Document ; dct:title "${ECLI}"@nl ]`)],
  [
    'an address in linked data',
    'd.ttl',
    TURTLE('<https://uitspraken.rechtspraak.nl/details?id=ECLI%3ANL%3AHR%3A2024%3A1>'),
  ],
  ['the source of a TBX entry', 'e.tbx', TBX],
  [
    'YAML',
    'f.yaml',
    `term: beslag\ndefinition: vastlegging van iets\nsources:\n  - HR 5 januari 2024, ${ECLI} (beslag)\n`,
  ],
  ['JSON', 'g.json', JSON.stringify({ term: 'beslag', definition: 'vastlegging van iets', legalBasis: [ECLI] })],
])('a ruling cited in %s is a case reference too, and the source stays as it is', async (_, name, text) => {
  const format = detectFormat(Buffer.from(text), name);
  const [read] = format ? await checkAll(format, text, name) : [];
  expect(read?.content?.caseReferences).toEqual([{ kind: 'ecli', value: ECLI }]);
  expect(read?.given).not.toContain('caseReferences');
  expect(read?.findings).toContainEqual(expect.objectContaining({ code: 'case_reference_taken_over', value: ECLI }));
  const { sources = [], legalBasis = [] } = read?.content ?? {};
  expect(JSON.stringify([sources, legalBasis]).replaceAll('%3A', ':')).toContain(ECLI);
});

it.each(['', `;${ECLI}`])('a record that says which cases it refers to, also none, says it all: %j', async (cell) => {
  const text = `begrip;definitie;bron;zaakverwijzingen\nbeslag;vastlegging van iets;ECLI:NL:HR:2023:9${cell || ';'}\n`;
  const format = detectFormat(Buffer.from(text), 'a.csv');
  const [read] = format ? await checkAll(format, text, 'a.csv') : [];
  expect(read?.content?.caseReferences).toEqual(cell ? [{ kind: 'ecli', value: ECLI }] : []);
});
