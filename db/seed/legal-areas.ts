import { lawSource } from '#db/seed/sample-definitions/law-source.ts';
import type { Source } from '#domain/definition.ts';
import type { Random } from './random.ts';

/** One who acts in a definition, and the organisation whose context that makes it. */
export type LegalActor = { name: string; organisation: string };

/** The words of one area of law: ten parties and ten stages each, no party in two areas, so that no term is in two. */
export type LegalArea = {
  name: string;
  actors: readonly LegalActor[];
  parties: readonly string[];
  stages: readonly string[];
  /** The courts named in the case references of this area, by their ECLI codes. */
  courts: readonly string[];
  cite: (random: Random) => Source;
};

const actor = (name: string, organisation: string): LegalActor => ({ name, organisation });
const paragraph = (random: Random) => (random.chance(0.5) ? ` lid ${1 + random.below(4)}` : '');

const prosecutor = actor('een officier van justitie', 'Openbaar Ministerie');
const criminalCourt = actor('een strafrechter', 'Rechtspraak');
const youthCouncil = actor('een raadsonderzoeker', 'Raad voor de Kinderbescherming');
const probationOfficer = actor('een reclasseringswerker', 'Reclassering Nederland');

export const LEGAL_AREAS: readonly LegalArea[] = [
  {
    name: 'Strafrecht',
    actors: [
      prosecutor,
      criminalCourt,
      actor('een opsporingsambtenaar', 'Nationale Politie'),
      actor('een gerechtelijk deskundige', 'NFI'),
    ],
    parties: [
      'een aangehouden verdachte',
      'een meerderjarige verdachte',
      'een gedagvaarde getuige',
      'een anonieme getuige',
      'een benadeelde partij',
      'een nabestaande van een slachtoffer',
      'een in beslag genomen voorwerp',
      'een medeverdachte rechtspersoon',
      'een afwezige verdachte',
      'een beklaagde bestuurder',
    ],
    stages: [
      'tijdens een opsporingsonderzoek',
      'na een inverzekeringstelling',
      'bij een doorzoeking',
      'voor aanvang van een terechtzitting',
      'op een terechtzitting',
      'in eerste aanleg',
      'in hoger beroep',
      'na cassatie',
      'bij een raadkamerprocedure',
      'na een sepot',
    ],
    courts: ['RBDHA', 'RBROT', 'GHAMS', 'HR'],
    cite: (random) => lawSource('Sv', `${1 + random.below(590)}${paragraph(random)}`),
  },
  {
    name: 'Bestuursrecht',
    actors: [
      actor('een bestuursorgaan', 'CJIB'),
      actor('een bestuursrechter', 'Rechtspraak'),
      actor('een registerhouder', 'Justid'),
    ],
    parties: [
      'een belanghebbende derde',
      'een aanvragende burger',
      'een kentekenhouder',
      'een vergunninghouder',
      'een subsidieontvanger',
      'een overtreder',
      'een indiener van een klacht',
      'een omwonende',
      'een gemachtigde adviseur',
      'een openbaar lichaam',
    ],
    stages: [
      'in een aanvraagfase',
      'tijdens een zienswijzetermijn',
      'in een bezwaarprocedure',
      'in administratief beroep',
      'in een beroepsprocedure',
      'bij een hoorzitting',
      'na een dwangsombesluit',
      'bij een invordering',
      'na een vernietiging',
      'bij een herstelsanctie',
    ],
    courts: ['RVS', 'CRVB', 'RBAMS'],
    cite: (random) => lawSource('Awb', `${1 + random.below(10)}:${1 + random.below(80)}${paragraph(random)}`),
  },
  {
    name: 'Civiel recht',
    actors: [
      actor('een kantonrechter', 'Rechtspraak'),
      actor('een voorzieningenrechter', 'Rechtspraak'),
      actor('een incasserende instantie', 'CJIB'),
    ],
    parties: [
      'een eisende partij',
      'een gedaagde partij',
      'een hoofdelijk schuldenaar',
      'een pandhouder',
      'een curandus',
      'een erfgenaam',
      'een huurder van woonruimte',
      'een failliete vennootschap',
      'een minderjarige deelgenoot',
      'een derdebeslagene',
    ],
    stages: [
      'bij een dagvaardingsprocedure',
      'bij een verzoekschriftprocedure',
      'tijdens een comparitie',
      'in kort geding',
      'na een tussenvonnis',
      'na een eindvonnis',
      'bij een executie',
      'na een ingebrekestelling',
      'bij een vereffening',
      'tijdens een schuldsanering',
    ],
    courts: ['RBMNE', 'GHARL', 'HR'],
    cite: (random) => lawSource('BW', `6:${1 + random.below(278)}${paragraph(random)}`),
  },
  {
    name: 'Jeugdrecht',
    actors: [actor('een kinderrechter', 'Rechtspraak'), youthCouncil, prosecutor],
    parties: [
      'een minderjarige verdachte',
      'een onder toezicht gestelde minderjarige',
      'een uit huis geplaatst kind',
      'een ouder met gezag',
      'een pleegouder',
      'een voogd',
      'een spijbelende leerling',
      'een jongvolwassene',
      'een twaalfminner',
      'een jeugdig slachtoffer',
    ],
    stages: [
      'bij een haltafdoening',
      'tijdens een raadsonderzoek',
      'bij een ondertoezichtstelling',
      'na een uithuisplaatsing',
      'tijdens jeugddetentie',
      'bij een gedragsmaatregel',
      'tijdens een proefverlof',
      'in een trajectberaad',
      'na een gezagsbeëindiging',
      'bij een omgangsregeling',
    ],
    courts: ['RBGEL', 'RBNHO'],
    cite: (random) => lawSource('Sr', `77${random.pick([...'abcdefghijklmnopqrstuvwx'])}${paragraph(random)}`),
  },
  {
    name: 'Vreemdelingenrecht',
    actors: [
      actor('een immigratieambtenaar', 'IND'),
      actor('een grensbewakingsambtenaar', 'Koninklijke Marechaussee'),
      actor('een vreemdelingenrechter', 'Rechtspraak'),
    ],
    parties: [
      'een asielzoeker',
      'een alleenstaande minderjarige vreemdeling',
      'een kennismigrant',
      'een buitenlandse student',
      'een gezinsmigrant',
      'een staatloze persoon',
      'een referent',
      'een statushouder',
      'een overgedragen vreemdeling',
      'een geweigerde reiziger',
    ],
    stages: [
      'aan een buitengrens',
      'in een aanmeldfase',
      'in een algemene asielprocedure',
      'in een verlengde asielprocedure',
      'bij een gezinshereniging',
      'na een terugkeerbesluit',
      'tijdens een vertrektermijn',
      'bij een uitzetting',
      'tijdens grensdetentie',
      'bij een naturalisatie',
    ],
    courts: ['RBDHA', 'RVS'],
    cite: (random) => lawSource('Vw 2000', `${1 + random.below(112)}${paragraph(random)}`),
  },
  {
    name: 'Sanctierecht',
    actors: [prosecutor, criminalCourt, probationOfficer, actor('een executieambtenaar', 'CJIB')],
    parties: [
      'een veroordeelde',
      'een voorwaardelijk veroordeelde',
      'een taakgestrafte',
      'een beboete persoon',
      'een ter beschikking gestelde',
      'een stelselmatige dader',
      'een betalingsplichtige',
      'een vrijgestelde dader',
      'een drager van een enkelband',
      'een verslaafde dader',
    ],
    stages: [
      'bij een strafoplegging',
      'tijdens een proeftijd',
      'bij een tenuitvoerlegging',
      'na een omzetting',
      'in een gratieprocedure',
      'bij een ontnemingsprocedure',
      'na een kwijtschelding',
      'bij een betalingsregeling',
      'tijdens reclasseringstoezicht',
      'na een voorwaardelijke invrijheidstelling',
    ],
    courts: ['RBOBR', 'GHSHE'],
    cite: (random) => lawSource('Sr', `${9 + random.below(30)}${random.pick(['', 'a', 'b', 'c'])}${paragraph(random)}`),
  },
  {
    name: 'Penitentiair recht',
    actors: [
      actor('een vestigingsdirecteur', 'DJI'),
      actor('een selectiefunctionaris', 'DJI'),
      actor('een beklagrechter', 'DJI'),
      probationOfficer,
    ],
    parties: [
      'een gedetineerde',
      'een arrestant',
      'een zelfmelder',
      'een langgestrafte',
      'een gedetineerde moeder',
      'een zorgbehoevende gedetineerde',
      'een buitenlandse gedetineerde',
      'een bezoeker van een inrichting',
      'een klager in detentie',
      'een vluchtgevaarlijke gedetineerde',
    ],
    stages: [
      'bij binnenkomst',
      'in een huis van bewaring',
      'in een extra beveiligde inrichting',
      'tijdens een dagprogramma',
      'bij een overplaatsing',
      'tijdens afzondering',
      'in een beklagprocedure',
      'bij een verlofaanvraag',
      'tijdens een penitentiair programma',
      'voor het einde van detentie',
    ],
    courts: ['RBDHA', 'RBZWB'],
    cite: (random) => lawSource('Pbw', `${1 + random.below(74)}${paragraph(random)}`),
  },
];
