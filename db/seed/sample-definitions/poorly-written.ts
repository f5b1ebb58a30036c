import { lawSource } from './law-source.ts';
import type { SampleDefinition } from './sample-definition.ts';

/** Each breaks one rule of writing definitions, on purpose: what a validation batch has to find. */
export const poorlyWritten: readonly SampleDefinition[] = [
  {
    // Circular: the term explains itself.
    term: 'schorsing',
    definition: 'schorsing waarbij een bevel door een rechter wordt geschorst gedurende de schorsing',
    category: 'proces',
    organisationalContext: ['Rechtspraak'],
    legalContext: ['Strafrecht'],
    legalBasis: ['art. 80 Sv'],
  },
  {
    // Says what it is for instead of what it is.
    term: 'rapportage',
    definition: 'document om de rechter te kunnen informeren teneinde een passende straf mogelijk te maken',
    category: 'resultaat',
    organisationalContext: ['Reclassering Nederland'],
    legalContext: ['Sanctierecht'],
    legalBasis: ['art. 147 Sv'],
  },
  {
    // An open list.
    term: 'ketenpartner',
    definition: 'organisaties zoals de politie, het Openbaar Ministerie, de reclassering etc.',
    category: 'type',
    status: 'imported',
    organisationalContext: ['Justid'],
    legalContext: ['Strafrecht'],
    legalBasis: ['art. 8 Wjsg'],
  },
  {
    // One word: a synonym is no definition.
    term: 'detentie',
    definition: 'opsluiting',
    category: 'proces',
    organisationalContext: ['DJI'],
    legalContext: ['Penitentiair recht'],
    legalBasis: ['art. 2 Pbw'],
  },
  {
    // Two sentences, the second an explanation.
    term: 'schouw',
    definition:
      'onderzoek ter plaatse door een rechter. Dit houdt in dat de rechter zelf gaat kijken, bijvoorbeeld na een ongeval.',
    category: 'proces',
    organisationalContext: ['Rechtspraak'],
    legalContext: ['Strafrecht'],
    legalBasis: ['art. 318 Sv'],
  },
  {
    // No legal basis and no source.
    term: 'dossier',
    definition: 'verzameling van stukken die op eenzelfde zaak betrekking hebben',
    category: 'type',
    organisationalContext: ['Rechtspraak'],
    legalContext: ['Civiel recht'],
  },
  {
    // Vague container nouns.
    term: 'intake',
    definition: 'proces of activiteit met diverse aspecten en elementen betreffende een persoon',
    category: 'proces',
    status: 'imported',
    organisationalContext: ['Reclassering Nederland'],
    legalContext: ['Sanctierecht'],
    legalBasis: ['art. 14c Sr'],
  },
  {
    // Acronyms nobody explains.
    term: 'trajectberaad',
    definition: 'overleg tussen RvdK, GI en JJI over de ITB van een jeugdige na afloop van de PIJ',
    category: 'proces',
    organisationalContext: ['Raad voor de Kinderbescherming'],
    legalContext: ['Jeugdrecht'],
    legalBasis: ['art. 77s Sr'],
  },
  {
    // Term and text in the plural.
    term: 'bijzondere voorwaarden',
    definition: 'voorwaarden zijn verplichtingen die een rechter aan een veroordeelde oplegt naast de algemene',
    category: 'type',
    organisationalContext: ['Reclassering Nederland', 'Rechtspraak'],
    legalContext: ['Sanctierecht'],
    legalBasis: ['art. 14c lid 2 Sr'],
  },
  {
    // Starts with a verb.
    term: 'betekening',
    definition: 'is het uitreiken van een gerechtelijk stuk aan een persoon voor wie het bestemd is',
    category: 'proces',
    status: 'imported',
    organisationalContext: ['Openbaar Ministerie'],
    legalContext: ['Strafrecht'],
    legalBasis: ['art. 36b Sv'],
  },
  {
    // A rule of decision, not a definition.
    term: 'spoedeisend belang',
    definition:
      'belang dat aanwezig is indien een uitspraak moet volgen, mits de eiser niet te lang heeft gewacht, tenzij anders blijkt',
    category: 'type',
    organisationalContext: ['Rechtspraak'],
    legalContext: ['Civiel recht'],
    legalBasis: ['art. 254 Rv'],
  },
  {
    // Double negation, subjective adjectives, nothing to test.
    term: 'termijnoverschrijding',
    definition:
      'niet onbelangrijke vertraging waardoor een voldoende adequate beslissing niet zo snel mogelijk is genomen',
    category: 'type',
    organisationalContext: ['IND'],
    legalContext: ['Bestuursrecht'],
    legalBasis: ['art. 4:17 Awb'],
  },
  {
    // A genus without anything that sets it apart.
    term: 'gevolmachtigde',
    definition: 'persoon die handelt',
    category: 'type',
    organisationalContext: ['Rechtspraak'],
    legalContext: ['Civiel recht'],
    legalBasis: ['art. 3:60 BW'],
  },
  {
    // Names its own context and gives two synonyms without a preferred term.
    term: 'gesprek',
    definition:
      'in het kader van het vreemdelingenrecht door de IND gevoerd onderhoud en ook eventueel een nader onderhoud',
    category: 'proces',
    status: 'imported',
    organisationalContext: ['IND'],
    legalContext: ['Vreemdelingenrecht'],
    legalBasis: ['art. 37 Vw 2000'],
    synonyms: ['interview', 'verhoor'],
  },
  {
    // Far too long, one sentence that never ends.
    term: 'zorgvuldige voorbereiding',
    definition:
      'voorbereiding van een besluit waarbij het orgaan de nodige kennis omtrent de feiten en de af te wegen belangen vergaart en daarbij de aanvrager hoort en derden hoort en adviseurs raadpleegt en stukken opvraagt en deze beoordeelt en de uitkomst vastlegt en deze aan alle betrokkenen toezendt en hun gelegenheid geeft te reageren en hun reacties weegt en daarover verslag doet en dat verslag bij het besluit voegt, een en ander binnen de termijnen die gelden of die zijn verlengd of die worden geacht te gelden',
    category: 'proces',
    organisationalContext: ['CJIB'],
    legalContext: ['Bestuursrecht'],
    legalBasis: ['art. 3:2 Awb'],
    sources: [lawSource('Awb', '3:2')],
  },
];
