import { lawSource } from './law-source.ts';
import { link, type SampleDefinition } from './sample-definition.ts';

/** Proper definitions whose characters trip up careless software: quotes, line ends, formulas, numbers that are texts. */
export const awkwardContent: readonly SampleDefinition[] = [
  {
    term: '"vrij" verkeer met de raadsman',
    definition:
      'contact tussen een verdachte en zijn ‘raadsman’ waarvan de inhoud buiten kennisneming van derden blijft; "ongestoord"',
    category: 'type',
    status: 'review',
    ufoCategory: 'Relator',
    organisationalContext: ['Rechtspraak', 'DJI'],
    legalContext: ['Strafrecht'],
    legalBasis: ['art. 45 Sv', 'art. 37 lid 1 Pbw'],
    explanation:
      'Eerste regel met een puntkomma; en een "aanhaling".\nTweede regel, met een komma.\n\nVierde regel\tmet een tab en een \\ erin.',
    sources: [lawSource('Sv', '45')],
  },
  {
    term: 'crème-de-la-crèmeclausule',
    definition: 'beding in een coöperatiereglement dat geïnteresseerde reünisten vóór overige leden toelaat',
    category: 'exemplaar',
    status: 'draft',
    ufoCategory: 'Abstract',
    organisationalContext: ['Rechtspraak'],
    legalContext: ['Civiel recht'],
    legalBasis: ['art. 2:34a BW'],
    examples: {
      sentence: ['Müller, Żółć en Đặng deden een beroep op het beding – tevergeefs… 100 % zeker (≥ 3 getuigen).'],
    },
    explanation: 'Een verzonnen beding; het toont letters met tekens erboven, eronder en erdoor.',
  },
  {
    term: 'paragraaf 1.10',
    definition: 'passage van een werkinstructie over de wijze van tellen van achtereenvolgende termijnen',
    category: 'exemplaar',
    status: 'draft',
    ufoCategory: 'Kind',
    organisationalContext: ['IND'],
    legalContext: ['Bestuursrecht'],
    legalBasis: ['art. 1 Awb'],
    explanation: 'Het nummer 1.10 volgt op 1.9 en is een ander dan 1.1.',
    legalMetadata: { paragraaf: '1.10', volgnummer: '007', peildatum: '01-02', macht: '1E5' },
    extras: { Nummer: '1.10', Leeg: '', Gemengd: ['1.10', 1.1, null, true] },
  },
  {
    term: 'gelijkstelling',
    definition: 'toekenning door de wet van rechtsgevolgen van een toestand aan een andere toestand',
    category: 'ACT',
    status: 'review',
    ufoCategory: 'Abstract',
    organisationalContext: ['Rechtspraak'],
    legalContext: ['Civiel recht'],
    legalBasis: ['art. 2:5 BW'],
    preferredTerm: 'gelijkstelling',
    synonyms: ['=teken', '+/- gelijk', '@gelijk', '-waarde'],
    examples: { practical: ['=SOM(A1:A9) is in dit veld gewone tekst.'] },
    explanation: '=1+1 aan het begin van een cel is voor een rekenblad een formule en voor ons een zin.',
    relations: [link('related', 'rechtspersoon')],
  },
  {
    term: 'zaakdossier',
    definition: 'verzameling van processtukken <onder één nummer> & bijlagen die een gerecht bewaart',
    category: 'ENT',
    status: 'draft',
    ufoCategory: 'Kind',
    organisationalContext: ['Rechtspraak', 'Openbaar Ministerie'],
    legalContext: ['Strafrecht'],
    legalBasis: ['art. 149a Sv'],
    preferredTerm: 'zaakdossier',
    synonyms: ['dossier <b>vet</b>', "griffiers' map", '📁 map'],
    sources: [lawSource('Sv', '149a')],
    caseReferences: [
      { kind: 'parketnummer', value: '05/999888-24' },
      { kind: 'ecli', value: 'ECLI:NL:RBOBR:2024:99999' },
    ],
  },
];
