/** A definition as it should not be, and the same put right; of rules about other fields, what stands in that field. */
export type RuleExample = { bad: string; good: string };

/** For the page that explains the rules. The examples are definitions of `gevangenhouding` unless they say otherwise. */
export const RULE_EXAMPLES: Readonly<Record<string, RuleExample>> = {
  'VAL-EMP-001': { bad: '', good: 'vrijheidsbeneming door de raadkamer die op de bewaring volgt' },
  'VAL-LEN-001': { bad: 'straf van een rechter', good: 'straf die een rechter bij vonnis aan een verdachte oplegt' },
  'VAL-LEN-002': {
    bad: 'maatregel die … (meer dan tachtig woorden)',
    good: 'maatregel die een rechter bij vonnis aan een verdachte oplegt',
  },
  'ESS-01': {
    bad: 'dienst om meldingen van burgers snel te verwerken',
    good: 'dienst die meldingen van burgers ontvangt en beoordeelt',
  },
  'ESS-02': { bad: 'categorie: OTH (overig)', good: 'categorie: proces' },
  'ESS-02SUB1': {
    bad: 'categorie proces: “schriftelijke beslissing van een raadkamer”',
    good: 'categorie resultaat: “schriftelijke beslissing van een raadkamer”',
  },
  'ESS-04': {
    bad: 'bericht dat zo snel mogelijk na de zitting wordt verzonden',
    good: 'bericht dat binnen drie dagen na de zitting wordt verzonden',
  },
  'ESS-05': {
    bad: 'twee begrippen met de omschrijving “bevel van een rechter tot vrijheidsbeneming”',
    good: 'het ene “… van ten hoogste veertien dagen”, het andere “… van ten hoogste negentig dagen”',
  },
  'ESS-CONT-001': { bad: 'straf van ten hoogste drie', good: 'straf van ten hoogste drie maanden' },
  'CON-01': {
    bad: 'context OM: “besluit van het OM om niet te vervolgen”',
    good: 'context OM: “besluit om een verdachte niet te vervolgen”',
  },
  'CON-02': { bad: 'wettelijke basis: (leeg)', good: 'wettelijke basis: art. 65 Sv' },
  'CON-02SUB1': { bad: 'wettelijke basis: afspraak tussen partners', good: 'wettelijke basis: art. 94 Sv' },
  'CON-CIRC-001': {
    bad: 'bevel tot gevangenhouding van een verdachte',
    good: 'bevel van een raadkamer om een verdachte vast te houden',
  },
  'DUP-01': {
    bad: 'een tweede definitie van hetzelfde begrip in dezelfde context met bijna dezelfde tekst',
    good: 'één definitie per begrip en context',
  },
  'SAM-02': {
    bad: 'voorlopige bewaring: “vrijheidsbeneming van een verdachte door een rechter-commissaris, tijdelijk”',
    good: 'voorlopige bewaring: “bewaring die eindigt zodra de raadkamer beslist”',
  },
  'SAM-03': {
    bad: 'bevel tot “vrijheidsbeneming door de raadkamer die op de bewaring volgt”',
    good: 'bevel tot gevangenhouding dat een raadkamer geeft',
  },
  'SAM-04': {
    bad: 'procesmodel: “weergave van een werkwijze”',
    good: 'procesmodel: “model van een werkwijze”',
  },
  'SAM-05': {
    bad: 'zaak: “geheel dat in een dossier staat”, dossier: “stukken van een zaak”',
    good: 'dossier: “stukken over één strafbaar feit”',
  },
  'SAM-06': {
    bad: 'synoniemen: vasthouding; voorkeursterm: (leeg)',
    good: 'synoniemen: vasthouding; voorkeursterm: gevangenhouding',
  },
  'SAM-07': {
    bad: 'dienst die vonnissen uitvoert en eventueel boetes int',
    good: 'dienst die vonnissen uitvoert en boetes int',
  },
  'SAM-08': {
    bad: 'twee begrippen die elkaars synoniem zijn, met verschillende omschrijvingen',
    good: 'één omschrijving, met het andere woord bij de synoniemen',
  },
  'STR-01': {
    bad: 'wordt door de raadkamer bevolen na de bewaring',
    good: 'vrijheidsbeneming die de raadkamer beveelt na de bewaring',
  },
  'STR-02': {
    bad: 'gevangenhouding die ten hoogste negentig dagen duurt',
    good: 'vrijheidsbeneming die ten hoogste negentig dagen duurt',
  },
  'STR-03': { bad: 'de voorlopige hechtenis', good: 'hechtenis van een verdachte in afwachting van de zitting' },
  'STR-04': { bad: 'een proces', good: 'proces waarin een zaak wordt behandeld' },
  'STR-05': {
    bad: 'dossier dat bestaat uit een proces-verbaal met bijlagen',
    good: 'geheel van stukken over één strafbaar feit',
  },
  'STR-07': {
    bad: 'persoon die niet onbevoegd is een besluit te nemen',
    good: 'persoon die bevoegd is een besluit te nemen',
  },
  'STR-08': {
    bad: 'verhoor van getuigen en deskundigen en verdachten',
    good: 'verhoor van getuigen, deskundigen en verdachten',
  },
  'STR-09': {
    bad: 'geldboete en/of gevangenisstraf voor een overtreding',
    good: 'geldboete met gevangenisstraf voor een overtreding',
  },
  'STR-ORG-001': {
    bad: 'één zin van meer dan driehonderd tekens met zeven komma’s of meer',
    good: 'een kortere zin, met de details in de toelichting',
  },
  'STR-TERM-001': {
    bad: 'overleg in de strafrecht keten over een zaak',
    good: 'overleg in de strafrechtketen over een zaak',
  },
  'INT-01': {
    bad: 'vrijheidsbeneming na de bewaring. Zij duurt negentig dagen',
    good: 'vrijheidsbeneming van negentig dagen na de bewaring',
  },
  'INT-01SUB1': {
    bad: 'maatregel die … (meer dan veertig woorden)',
    good: 'maatregel die een rechter aan een verdachte oplegt',
  },
  'INT-02': {
    bad: 'straf die vervalt indien de veroordeelde overlijdt',
    good: 'straf die de rechter bij vonnis aan een verdachte oplegt',
  },
  'INT-03': {
    bad: 'bevel van een rechter met de uitvoering daarvan',
    good: 'bevel van een rechter met de uitvoering van het bevel',
  },
  'INT-04': {
    bad: 'beslissing waarmee de maatregel na een jaar eindigt',
    good: 'beslissing waarmee een maatregel na een jaar eindigt',
  },
  'INT-06': {
    bad: 'voorwerp dat wordt bewaard, zoals een auto of een telefoon',
    good: 'voorwerp dat in beslag is genomen en wordt bewaard',
  },
  'INT-07': {
    bad: 'register waarin het CJX alle boetes bijhoudt',
    good: 'register waarin het Centraal Justitieel Xbureau (CJX) boetes bijhoudt',
  },
  'INT-08': { bad: 'persoon die niet in Nederland woont', good: 'persoon die buiten Nederland woont' },
  'INT-09': { bad: 'voertuig met een motor, wielen enz.', good: 'auto, motorfiets of bromfiets van een verdachte' },
  'INT-10': {
    bad: 'maatregel die op de lijst staat, zie de werkinstructie',
    good: 'maatregel van een rechter, zie artikel 36e van het wetboek',
  },
  'ARAI-02': { bad: 'activiteit na afloop en met toezicht', good: 'activiteit waarbij een ambtenaar toezicht houdt' },
  'ARAI-03': {
    bad: 'maatregel met een belangrijke rol voor een slachtoffer',
    good: 'maatregel die een slachtoffer laat meebeslissen',
  },
  'ARAI-04': { bad: 'straf die een rechter kan opleggen', good: 'straf die een rechter aan een verdachte oplegt' },
  'ARAI-05': {
    bad: 'behandeling van een zaak zoals gebruikelijk bij de rechtbank',
    good: 'behandeling van een zaak door een meervoudige kamer',
  },
  'ARAI-06': {
    bad: 'is een vrijheidsbeneming door de raadkamer',
    good: 'vrijheidsbeneming door de raadkamer na de bewaring',
  },
  'ARAI-06SUB1': {
    bad: 'een vrijheidsbeneming door de raadkamer na de bewaring',
    good: 'vrijheidsbeneming door de raadkamer na de bewaring',
  },
  'VER-01': { bad: 'term: persoonsgegevens', good: 'term: persoonsgegeven' },
  'VER-02': {
    bad: 'gegevens zijn feiten die in een dossier staan',
    good: 'gegeven dat in een dossier over een persoon staat',
  },
  'VER-03': { bad: 'term: registreert', good: 'term: registreren' },
  'LANG-INF-001': { bad: 'spullen, sieraden enzo van een verdachte', good: 'roerende goederen van een verdachte' },
  'LANG-MIX-001': {
    bad: 'overleg met stakeholders over de uitvoering van straffen',
    good: 'overleg met belanghebbenden over de uitvoering van straffen',
  },
};
