import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from '#domain/definition.ts';
import { idsOf } from './rule.ts';
import { RULE_EXAMPLES } from './rule-examples.ts';
import { RULES } from './rule-set.ts';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from './settings.ts';
import { validate } from './validate.ts';

const GOOD: DefinitionContent = {
  ...EMPTY_CONTENT,
  term: 'gevangenhouding',
  definition: 'vrijheidsbeneming door de raadkamer die op de bewaring volgt en ten hoogste negentig dagen duurt',
  category: 'proces',
  legalBasis: ['Art. 65 Sv'],
};

type Example = string | Partial<DefinitionContent>;

/** For every rule: definitions it finds something in, and look-alikes it must leave alone. */
const EXAMPLES: Record<string, { bad: Example[]; good: Example[] }> = {
  'VAL-EMP-001': { bad: ['', ' ', '""@nl', 'gevangenhouding: '], good: ['iets'] },
  'VAL-LEN-001': { bad: ['een korte straf', 'a b c d e f g'], good: ['straf die een rechter oplegt'] },
  'VAL-LEN-002': {
    bad: [`maatregel die ${'heel '.repeat(80)}lang is`, `maatregel ${'a'.repeat(600)}`],
    good: [`maatregel die ${'heel '.repeat(60)}lang is\n\nToelichting: ${'nog veel langer '.repeat(80)}`],
  },
  'ESS-01': {
    bad: [
      'dienst om meldingen van burgers snel te kunnen verwerken',
      'register ten behoeve van de tenuitvoerlegging van straffen',
      'toezicht teneinde herhaling van strafbare feiten te voorkomen',
      'maatregel met als doel de samenleving te beschermen',
    ],
    good: [
      'dienst die meldingen van burgers ontvangt en beoordeelt',
      'verzoek om inlichtingen van een buitenlandse autoriteit aan een officier',
      'document met de omvang en de aard van het letsel',
      'recht van een slachtoffer om tijdens de zitting het woord te voeren',
      'handeling, of nalatigheid om te handelen, die strafbaar is gesteld',
    ],
  },
  'ESS-02': { bad: [{ category: 'OTH' }], good: [{ category: 'exemplaar' }, { category: 'ACT' }] },
  'ESS-CONT-001': { bad: ['straf van ten hoogste drie'], good: ['straf van ten hoogste drie maanden'] },
  'CON-01': {
    bad: [
      { organisationalContext: ['DJI'], definition: 'verblijf van een gedetineerde in een inrichting van DJI' },
      { organisationalContext: ['OM'], definition: 'beslissing van het Openbaar Ministerie over de vervolging' },
      { legalContext: ['Strafrecht'], definition: 'beslissing die binnen het Strafrecht een zaak beëindigt' },
    ],
    good: [
      { organisationalContext: ['OM'], definition: 'besluit om een zaak niet verder voor de rechter te brengen' },
      {
        organisationalContext: ['DJI'],
        definition: 'verblijf van een gedetineerde onder toezicht van de IND (dienst)',
      },
      { legalContext: ['Strafrecht'], definition: 'organisaties die samen het strafrecht uitvoeren in Nederland' },
    ],
  },
  'CON-02': {
    bad: [{ legalBasis: [] }, { legalBasis: ['n.v.t.'] }, { legalBasis: ['-', ' '] }],
    good: [{ legalBasis: ['Sv'] }, { legalBasis: [], sources: [{ title: 'Kamerstukken', uri: null, citation: null }] }],
  },
  'CON-CIRC-001': {
    bad: [
      'vrijheidsbeneming waarbij de Gevangenhouding door de raadkamer is bevolen',
      'bevel tot gevangenhouding van een verdachte',
    ],
    good: [
      'vrijheidsbeneming na de gevangenhoudingszitting van de raadkamer',
      'Een gevangenhouding is een vrijheidsbeneming die op de bewaring volgt',
      { term: 'OM', definition: 'organisatie die vervolgt en zorgt voor de opsporing, om beurten' },
    ],
  },
  'SAM-06': {
    bad: [{ synonyms: ['bewaring'] }, { synonyms: ['bewaring'], preferredTerm: 'Bewaring' }],
    good: [{ synonyms: [] }, { synonyms: ['bewaring'], preferredTerm: 'gevangenhouding' }],
  },
  'STR-01': {
    bad: ['wordt door de raadkamer bevolen na de bewaring', 'heeft een duur van ten hoogste negentig dagen'],
    good: ['wording van een besluit door een college van drie', 'is een vrijheidsbeneming door de raadkamer'],
  },
  'STR-02': {
    bad: [
      'gevangenhouding die ten hoogste negentig dagen duurt',
      'de gevangenhouding van een verdachte na de bewaring',
    ],
    good: [
      { term: 'digitaal bewijs', definition: 'bewijs dat uit elektronisch vastgelegde gegevens bestaat' },
      'gevangenhoudingsbevel dat door een raadkamer wordt gegeven',
    ],
  },
  'STR-03': {
    bad: [
      'voorarrest',
      'de voorlopige hechtenis',
      { synonyms: ['hechtenis in het vooronderzoek'], definition: 'hechtenis in het vooronderzoek' },
    ],
    good: ['voorarrest van een verdachte', 'hechtenis in het vooronderzoek'],
  },
  'STR-04': {
    bad: ['een proces', 'activiteit die', 'maatregel.'],
    good: ['proces waarin een zaak wordt behandeld', 'activiteit die een ambtenaar verricht'],
  },
  'STR-07': {
    bad: [
      'besluit dat niet zonder toestemming van de rechter kan worden genomen',
      'persoon die niet onbevoegd is een besluit te nemen',
      'situatie waarin het onmogelijk om een zaak niet te vervolgen is',
    ],
    good: [
      'uitspraak die nog niet onherroepelijk is geworden',
      'besluit dat niet wordt gepubliceerd. Het geldt zonder meer',
    ],
  },
  'STR-ORG-001': {
    bad: [`maatregel, ${'met een lange bijzin erbij, '.repeat(12)}tot slot`],
    good: [
      `maatregel ${'met een lange bijzin erbij '.repeat(12)}tot slot`,
      'een, twee, drie, vier, vijf, zes, zeven, acht',
    ],
  },
  'INT-01': {
    bad: ['vrijheidsbeneming na de bewaring. Zij duurt negentig dagen', 'straf van een jaar! De rechter legt die op'],
    good: [
      'vrijheidsbeneming als bedoeld in art. Zeven van de wet',
      'beslissing van mr. Jansen over o.a. De bewaring van stukken',
      'straf van ten hoogste 1.000 euro voor een overtreding.',
    ],
  },
  'INT-02': {
    bad: [
      'straf die vervalt indien de veroordeelde overlijdt',
      'verlof voor zover de directeur dat toestaat aan iemand',
    ],
    good: ['straf die de rechter bij vonnis aan een verdachte oplegt'],
  },
  'INT-06': {
    bad: [
      'voorwerp dat wordt bewaard, zoals een auto of een telefoon',
      'maatregel, dat wil zeggen een beslissing van de rechter',
      'voorwerp bijv. een telefoon die in beslag is genomen',
      'voorwerp dat in beslag is genomen\n\nToelichting: meestal een auto.',
    ],
    good: [
      'beslissing zoals bedoeld in artikel 67 Sv over een verdachte',
      'voorwerp zoals nader omschreven in de beslaglijst van de zaak',
    ],
  },
  'INT-07': {
    bad: ['register waarin het CJX alle boetes en betalingen bijhoudt'],
    good: [
      'register waarin het Centraal Justitieel Xbureau (CJX) boetes bijhoudt',
      'register dat CJX (Centraal Justitieel Xbureau) bijhoudt van boetes',
      'spoor met DNA of MDMA in boek II van de EU in NL',
      {
        synonyms: ['CJX'],
        preferredTerm: 'boeteregister',
        definition: 'register dat door CJX wordt bijgehouden van boetes',
      },
      'bewijs volgens eIDAS en WvSv van iemands identiteit',
    ],
  },
  'INT-09': {
    bad: [
      'voertuig met een motor, wielen enz.',
      'goederen, waaronder auto’s en telefoons van een verdachte',
      'kosten van o.a. vervoer en opslag',
    ],
    good: [
      'nummer waaronder een verdachte in de registers wordt aangeduid',
      'auto, motorfiets of bromfiets van een verdachte',
    ],
  },
  'INT-10': {
    bad: ['maatregel die op de lijst staat, zie de werkinstructie', 'besluit volgens interne richtlijn van de dienst'],
    good: [
      'maatregel van de rechter, zie artikel 36e van het wetboek',
      'beslissing die ziet op een veroordeelde persoon',
    ],
  },
  'ARAI-05': {
    bad: [
      'behandeling van een zaak zoals gebruikelijk bij de rechtbank',
      'gegevens die in het systeem zijn vastgelegd door iemand',
    ],
    good: ['behandeling van een zaak door een meervoudige kamer', 'procedure volgens de standaardregeling van de wet'],
  },
  'ARAI-06': {
    bad: [
      'is een vrijheidsbeneming door de raadkamer',
      'betreft de vrijheidsbeneming van een verdachte',
      'De gevangenhouding wordt bevolen door de raadkamer',
    ],
    good: [
      'De gevangenhouding is een vrijheidsbeneming door de raadkamer',
      'een vrijheidsbeneming die op de bewaring volgt',
    ],
  },
  'ESS-02SUB1': {
    bad: [
      { category: 'proces', definition: 'schriftelijke beslissing van een raadkamer over een verdachte' },
      { category: 'resultaat', definition: 'handeling die een ambtenaar verricht bij een doorzoeking' },
      { category: 'type', definition: 'een exemplaar van een voorwerp dat in beslag is genomen' },
    ],
    good: [
      { category: 'type', definition: 'beslissing van een raadkamer over een verdachte in een zaak' },
      { category: 'proces', definition: 'behandeling van een beslissing door een raadkamer' },
    ],
  },
  'ESS-04': {
    bad: [
      'bericht dat zo snel mogelijk na de zitting wordt verzonden',
      'reactie die binnen een redelijke termijn volgt',
    ],
    good: ['bericht dat binnen drie dagen na de zitting wordt verzonden', 'termijn die een redelijk mens zou stellen'],
  },
  'CON-02SUB1': {
    bad: [{ legalBasis: ['afspraak tussen partners'] }, { legalBasis: ['art. 94 Sv', 'zie boven'] }],
    good: [
      { legalBasis: ['Art. 65 Sv', 'Wetboek van Strafrecht', 'BWBR0001903', 'Sr'] },
      { legalBasis: ['AVG', 'Politiewet', 'ECLI:NL:HR:2020:1'] },
      { legalBasis: ['n.v.t.'] },
    ],
  },
  'SAM-07': {
    bad: [
      'dienst die vonnissen uitvoert en eventueel boetes int',
      'orgaan dat tevens toezicht houdt op een inrichting',
    ],
    good: [
      'verblijf in een extra beveiligde inrichting voor gedetineerden',
      'dienst die vonnissen uitvoert en boetes int',
    ],
  },
  'STR-05': {
    bad: [
      'dossier dat bestaat uit een proces-verbaal met bijlagen',
      'stelsel samengesteld uit drie landelijke registers',
    ],
    good: ['geheel van stukken over een strafbaar feit', 'het geheel van regels over bewijs in strafzaken'],
  },
  'STR-08': {
    bad: ['verhoor van getuigen en deskundigen en verdachten door een rechter'],
    good: [
      'verhoor van getuigen en deskundigen, en van verdachten in een zaak',
      'register van boetes en en/of-clausules',
    ],
  },
  'STR-09': {
    bad: ['geldboete en/of gevangenisstraf voor een overtreding', 'straf of maatregel die een rechter oplegt'],
    good: ['straf die een rechter oplegt aan een verdachte', 'offerte van een officieel aangewezen deskundige'],
  },
  'STR-TERM-001': {
    bad: ['overleg in de strafrecht keten over een zaak', 'verwerking van Persoons gegevens door een dienst'],
    good: ['overleg in de strafrechtketen over een zaak', 'dienst die berichten met het HTTP-protocol verzendt'],
  },
  'INT-01SUB1': {
    bad: [`maatregel ${'die heel erg lang duurt '.repeat(10)}`],
    good: [`maatregel ${'die heel lang duurt '.repeat(7)}`],
  },
  'INT-03': {
    bad: [
      'bevel van een rechter en de uitvoering daarvan door een dienst',
      'straf waarbij deze door een rechter is bepaald',
    ],
    good: [
      'straf waarbij een rechter bepaalt wat daarmede wordt beoogd',
      'persoon die een bevel geeft dat wordt gevolgd',
    ],
  },
  'INT-04': {
    bad: ['beslissing waarmee de maatregel eindigt na een jaar', 'verslag dat het resultaat vermeldt aan een rechter'],
    good: [
      'maatregel van een rechter waarbij de maatregel na een jaar eindigt',
      'beslissing over de persoon die een feit heeft begaan',
      'de organisatie die vonnissen ten uitvoer legt',
    ],
  },
  'INT-08': {
    bad: ['persoon die niet in Nederland woont of verblijft', 'straf zonder proeftijd die een rechter oplegt'],
    good: ['uitspraak die niet onherroepelijk is geworden', 'nietig besluit van een bestuursorgaan over iemand'],
  },
  'ARAI-02': {
    bad: [
      'ieder aspect, onderzocht door een deskundige',
      'activiteit na afloop en zonder toezicht',
      'systeem (landelijk) met registers van personen',
    ],
    good: [
      'element van een delict dat de officier moet bewijzen',
      'proces waarin een zaak wordt behandeld',
      'factor die meeweegt bij een strafoplegging',
    ],
  },
  'ARAI-03': {
    bad: ['maatregel met een belangrijke rol voor een slachtoffer', 'adequaat toezicht op een veroordeelde'],
    good: ['maatregel met een rol voor een slachtoffer', 'toezicht van een reclasseringswerker op een veroordeelde'],
  },
  'ARAI-04': {
    bad: ['straf die een rechter kan opleggen aan een verdachte', 'persoon die een bevel moet opvolgen'],
    good: ['straf die een rechter oplegt aan een verdachte', 'kanton waarin een rechter zitting houdt'],
  },
  'ARAI-06SUB1': {
    bad: [
      'een vrijheidsbeneming die op de bewaring volgt',
      'Een gevangenhouding is vrijheidsbeneming door de raadkamer',
    ],
    good: ['vrijheidsbeneming die op de bewaring volgt', 'Gevangenhouding: vrijheidsbeneming door de raadkamer'],
  },
  'LANG-INF-001': {
    bad: ['spullen, sieraden enzo van een verdachte in een zaak', 'plek waar van alles wordt bewaard door een dienst'],
    good: ['zodanige goederen als een verdachte bij zich had', 'plek waar goederen worden bewaard'],
  },
  'LANG-MIX-001': {
    bad: ['overleg met stakeholders over de uitvoering van straffen', 'vaste set van best practices voor een verhoor'],
    good: [
      'overleg met belanghebbenden over de uitvoering van straffen',
      'casemanager die een gedetineerde begeleidt',
      { language: 'en', definition: 'meeting with stakeholders on the enforcement of sentences' },
    ],
  },
  'VER-01': {
    bad: [
      { term: 'persoonsgegevens' },
      { term: 'beslissingen' },
      { term: 'rechters van instructie' },
      { term: 'instanties' },
    ],
    good: [
      { term: 'persoonsgegeven' },
      { term: 'deponeren' },
      { term: 'strafgrens' },
      { term: 'advies' },
      { term: 'proceskosten' },
      { term: 'binnendringen' },
      { term: 'beslissing over instanties' },
    ],
  },
  'VER-03': {
    bad: [{ term: 'registreert' }, { term: 'bevestigt' }],
    good: [{ term: 'registreren' }, { term: 'expert' }, { term: 'besluit' }, { term: 'beleid' }, { term: 'geld' }],
  },
  'VER-02': {
    bad: ['gegevens zijn feiten die in een dossier staan', 'de maatregelen worden opgelegd door de rechter'],
    good: ['gegeven dat in een dossier over een persoon staat', 'persoonlijke gegevens die in een dossier staan'],
  },
};

/** Under which everything is looked at. */
const STRICT: RuleSettings = { ...DEFAULT_RULE_SETTINGS, profile: 'astra' };

const codesIn = (example: Example, settings = STRICT) =>
  validate({ ...GOOD, ...(typeof example === 'string' ? { definition: example } : example) }, settings).findings.map(
    ({ code }) => code,
  );

/** The examples that are whole definitions and nothing else. */
const shown = RULES.filter(({ kind, field }) => field === 'definition' && kind !== 'lookup').flatMap(({ id }) => {
  const example = RULE_EXAMPLES[id];
  return example && !/[“…]|^één zin/.test(example.bad) ? [[id, example] as const] : [];
});

const cases = (kind: 'bad' | 'good') =>
  Object.entries(EXAMPLES).flatMap(([id, examples]) => examples[kind].map((example) => [id, example] as const));

describe('the rules', () => {
  it('each have examples, good and bad', () => {
    // Those about other definitions are tested where those are.
    const alone = RULES.filter(({ kind }) => kind !== 'lookup');
    expect(Object.keys(EXAMPLES).sort()).toEqual(alone.map(({ id }) => id).sort());
  });

  it('have nothing against a good definition', () => {
    expect(codesIn(GOOD)).toEqual([]);
  });

  it.each(cases('bad'))('%s finds %j', (id, example) => {
    expect(codesIn(example)).toContain(id);
  });

  it.each(cases('good'))('%s leaves %j alone', (id, example) => {
    expect(codesIn(example)).not.toContain(id);
  });

  it('each have an example of what is wrong and how to put it right', () => {
    expect(Object.keys(RULE_EXAMPLES).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it.each(shown)('%s shows an example that holds', (id, { bad, good }) => {
    expect(codesIn(bad)).toContain(id);
    expect(codesIn(good)).not.toContain(id);
  });

  it('have one id each, pairs included', () => {
    const ids = RULES.flatMap(idsOf);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
