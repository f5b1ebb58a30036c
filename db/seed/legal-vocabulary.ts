import type { Category, UfoCategory } from '#domain/definition.ts';

/** What an adjective of a term adds to the definition, as the end of a relative clause ("... die/dat <clause>"). */
export type Qualifier = { plain: string; inflected: string; clause: string };

/**
 * The noun a term is built on. `genus` opens the definition, `deed` says what sets it apart; `{actor}` and `{party}` (the
 * party with the stage it is in) are filled in. Articles decide the endings of adjectives and relative pronouns.
 */
export type Head = {
  noun: string;
  article: 'de' | 'het';
  joint: 'van' | 'voor' | 'over' | 'tegen' | 'met';
  genus: string;
  genusArticle: 'de' | 'het';
  deed: string;
  category: Category;
  ufo: UfoCategory;
};

const qualifier = (plain: string, inflected: string, clause: string): Qualifier => ({ plain, inflected, clause });

export const QUALIFIERS: readonly Qualifier[] = [
  qualifier('voorlopig', 'voorlopige', 'tot aan een einduitspraak van kracht blijft'),
  qualifier('definitief', 'definitieve', 'vatbaar is voor tenuitvoerlegging'),
  qualifier('schriftelijk', 'schriftelijke', 'op papier of langs elektronische weg is vastgelegd'),
  qualifier('mondeling', 'mondelinge', 'in persoon is uitgesproken en later is aangetekend'),
  qualifier('elektronisch', 'elektronische', 'via een beveiligd berichtenverkeer is verzonden'),
  qualifier('spoedeisend', 'spoedeisende', 'binnen vierentwintig uur aanvangt'),
  qualifier('herhaald', 'herhaalde', 'voor de tweede of volgende keer plaatsvindt'),
  qualifier('eenmalig', 'eenmalige', 'na één toepassing eindigt'),
  qualifier('tijdelijk', 'tijdelijke', 'ten hoogste zes maanden duurt'),
  qualifier('periodiek', 'periodieke', 'met een vaste tussenpoos terugkeert'),
  qualifier('ambtshalve', 'ambtshalve', 'uit eigen beweging van een autoriteit ontstaat'),
  qualifier('gemotiveerd', 'gemotiveerde', 'de dragende gronden vermeldt'),
  qualifier('openbaar', 'openbare', 'voor een ieder is in te zien'),
  qualifier('besloten', 'besloten', 'enkel voor betrokken partijen toegankelijk is'),
  qualifier('vereenvoudigd', 'vereenvoudigde', 'een verkorte werkwijze volgt'),
  qualifier('uitgebreid', 'uitgebreide', 'een volledige dossierstudie volgt'),
  qualifier('landelijk', 'landelijke', 'in het gehele land geldt'),
  qualifier('lokaal', 'lokale', 'binnen één arrondissement geldt'),
  qualifier('grensoverschrijdend', 'grensoverschrijdende', 'zich over twee of meer staten uitstrekt'),
  qualifier('afgeleid', 'afgeleide', 'op een eerder vastgesteld recht berust'),
  qualifier('zelfstandig', 'zelfstandige', 'los van andere beslissingen bestaat'),
  qualifier('aanvullend', 'aanvullende', 'op een eerdere uitkomst voortbouwt'),
  qualifier('vervangend', 'vervangende', 'in de plaats van een eerdere uitkomst komt'),
  qualifier('gedeeltelijk', 'gedeeltelijke', 'een afgescheiden deel van een zaak betreft'),
  qualifier('volledig', 'volledige', 'een zaak in haar geheel betreft'),
  qualifier('bijzonder', 'bijzondere', 'op een persoonlijke omstandigheid steunt'),
  qualifier('collectief', 'collectieve', 'meer dan één persoon gelijktijdig betreft'),
  qualifier('individueel', 'individuele', 'één met name genoemde persoon betreft'),
  qualifier('onherroepelijk', 'onherroepelijke', 'na afloop van alle beroepstermijnen vaststaat'),
  qualifier('vertrouwelijk', 'vertrouwelijke', 'onder een geheimhoudingsplicht valt'),
  qualifier('ingetrokken', 'ingetrokken', 'door een latere beslissing is vervallen'),
  qualifier('verlengd', 'verlengde', 'na een eerste tijdvak wordt voortgezet'),
  qualifier('verkort', 'verkorte', 'na de helft van een gewone duur eindigt'),
  qualifier('gecombineerd', 'gecombineerde', 'met een ander rechtsgevolg samenvalt'),
  qualifier('gefaseerd', 'gefaseerde', 'in opeenvolgende stappen verloopt'),
  qualifier('toegewezen', 'toegewezen', 'door een bevoegde instantie is gehonoreerd'),
  qualifier('aangehouden', 'aangehouden', 'tot een latere datum is uitgesteld'),
  qualifier('gevoegd', 'gevoegde', 'met een andere zaak gezamenlijk is behandeld'),
  qualifier('verplicht', 'verplichte', 'uit een wettelijk voorschrift voortvloeit'),
  qualifier('vrijwillig', 'vrijwillige', 'op instemming van een betrokkene rust'),
];

type HeadRow = [`${'de' | 'het'} ${string}`, Head['joint'], `${'de' | 'het'} ${string}`, string, Category, UfoCategory];

const HEAD_ROWS: readonly HeadRow[] = [
  [
    'de machtiging',
    'voor',
    'de toestemming',
    'waarmee {actor} een handeling jegens {party} toelaat',
    'resultaat',
    'Relator',
  ],
  ['het bevel', 'tegen', 'de opdracht', 'waarmee {actor} een gedraging van {party} verlangt', 'resultaat', 'Kind'],
  ['het verzoek', 'over', 'de vraag', 'waarmee {actor} een beslissing over {party} uitlokt', 'type', 'Kind'],
  ['de melding', 'over', 'de mededeling', 'waarmee {actor} een voorval rond {party} bekendmaakt', 'type', 'Event'],
  ['de oproeping', 'van', 'het geschrift', 'waarmee {actor} de komst van {party} verlangt', 'resultaat', 'Kind'],
  ['het verhoor', 'van', 'het onderzoek', 'waarin {actor} een verklaring van {party} opneemt', 'proces', 'Event'],
  ['het gehoor', 'van', 'het gesprek', 'waarin {actor} de beweegredenen van {party} vaststelt', 'proces', 'Event'],
  ['de rapportage', 'over', 'het document', 'waarin {actor} bevindingen over {party} vastlegt', 'resultaat', 'Kind'],
  ['het advies', 'over', 'het oordeel', 'waarin {actor} een beslissing over {party} aanraadt', 'resultaat', 'Kind'],
  [
    'het verslag',
    'over',
    'de weergave',
    'waarin {actor} het verloop van contacten met {party} beschrijft',
    'resultaat',
    'Kind',
  ],
  [
    'de registratie',
    'van',
    'de handeling',
    'waarbij {actor} gegevens van {party} in een register opneemt',
    'proces',
    'Event',
  ],
  [
    'de kennisgeving',
    'over',
    'het bericht',
    'waarmee {actor} een genomen beslissing over {party} meedeelt',
    'resultaat',
    'Kind',
  ],
  ['de verklaring', 'over', 'het document', 'waarin {actor} een feit over {party} bevestigt', 'resultaat', 'Kind'],
  [
    'de vordering',
    'tegen',
    'de eis',
    'waarmee {actor} een rechterlijke beslissing tegen {party} nastreeft',
    'type',
    'Kind',
  ],
  ['de weigering', 'van', 'de beslissing', 'waarmee {actor} een verlangen van {party} afwijst', 'resultaat', 'Kind'],
  [
    'de verlenging',
    'voor',
    'de beslissing',
    'waarmee {actor} een lopend tijdvak voor {party} voortzet',
    'resultaat',
    'Kind',
  ],
  ['de opschorting', 'voor', 'de handeling', 'waarmee {actor} een verplichting van {party} stilzet', 'proces', 'Event'],
  [
    'de herziening',
    'voor',
    'de behandeling',
    'waarin {actor} een eerdere uitspraak over {party} opnieuw beziet',
    'proces',
    'Event',
  ],
  [
    'de toetsing',
    'van',
    'het onderzoek',
    'waarin {actor} de rechtmatigheid van een ingreep bij {party} vaststelt',
    'proces',
    'Event',
  ],
  ['de beoordeling', 'van', 'de afweging', 'waarin {actor} de belangen van {party} weegt', 'proces', 'Event'],
  [
    'de controle',
    'van',
    'het onderzoek',
    'waarin {actor} de naleving van voorwaarden door {party} nagaat',
    'proces',
    'Event',
  ],
  [
    'de overdracht',
    'van',
    'de handeling',
    'waarmee {actor} de zorg voor {party} aan een ander toevertrouwt',
    'proces',
    'Event',
  ],
  ['de plaatsing', 'van', 'de handeling', 'waarmee {actor} een verblijfplaats aan {party} toewijst', 'proces', 'Event'],
  ['de termijn', 'voor', 'het tijdvak', 'waarin {actor} een handeling van {party} afwacht', 'type', 'Phase'],
  ['de verplichting', 'van', 'de plicht', 'waaraan {actor} de naleving door {party} afmeet', 'type', 'Mode'],
  ['de bevoegdheid', 'over', 'de macht', 'waarmee {actor} de rechtspositie van {party} verandert', 'type', 'Mode'],
  ['de aanspraak', 'van', 'het recht', 'waarop {actor} een prestatie aan {party} verleent', 'type', 'Relator'],
  ['de voorwaarde', 'voor', 'de eis', 'waaraan {actor} een gunstige beslissing voor {party} verbindt', 'type', 'Mode'],
  ['de aanwijzing', 'voor', 'de instructie', 'waarmee {actor} het gedrag van {party} stuurt', 'type', 'Kind'],
  [
    'de waarschuwing',
    'voor',
    'de mededeling',
    'waarmee {actor} een dreigend gevolg aan {party} voorhoudt',
    'type',
    'Event',
  ],
  ['de aantekening', 'over', 'de notitie', 'waarin {actor} een gebeurtenis rond {party} vastlegt', 'resultaat', 'Kind'],
  ['de inzage', 'voor', 'de kennisneming', 'waarbij {actor} stukken aan {party} voorlegt', 'proces', 'Event'],
  ['de vergoeding', 'voor', 'het geldbedrag', 'waarmee {actor} nadeel van {party} goedmaakt', 'resultaat', 'Quantity'],
  ['de aanmaning', 'tegen', 'het geschrift', 'waarmee {actor} nakoming door {party} verlangt', 'resultaat', 'Kind'],
  [
    'het afschrift',
    'voor',
    'de weergave',
    'waarmee {actor} een stuk aan {party} ter beschikking stelt',
    'exemplaar',
    'Kind',
  ],
  [
    'de rectificatie',
    'voor',
    'de verbetering',
    'waarmee {actor} een fout in stukken over {party} herstelt',
    'proces',
    'Event',
  ],
  ['het dossier', 'over', 'de verzameling', 'waarin {actor} stukken over {party} bijeenbrengt', 'ENT', 'Kind'],
  [
    'de begeleiding',
    'van',
    'de ondersteuning',
    'waarmee {actor} het gedrag van {party} positief beïnvloedt',
    'ACT',
    'Event',
  ],
  ['de screening', 'van', 'het onderzoek', 'waarin {actor} risico’s rond {party} inschat', 'proces', 'Event'],
  [
    'de afspraak',
    'met',
    'de overeenkomst',
    'waarin {actor} wederzijdse plichten met {party} vastlegt',
    'type',
    'Relator',
  ],
];

export const HEADS: readonly Head[] = HEAD_ROWS.map(([named, joint, genusNamed, deed, category, ufo]) => {
  const [article, noun] = split(named);
  const [genusArticle, genus] = split(genusNamed);
  return { noun, article, joint, genus, genusArticle, deed, category, ufo };
});

function split(named: string): ['de' | 'het', string] {
  const [article, ...words] = named.split(' ');
  return [article === 'het' ? 'het' : 'de', words.join(' ')];
}
