/** Wie er zijn en wat ieder mag zien. */
export const people = {
  title: 'Personen',
  lead: 'Wie er zijn, en tot welke rubricering ieder definities en batches ziet.',
  loading: 'Bezig met laden',
  name: 'Naam',
  organisation: 'Organisatie',
  role: 'Rol',
  clearance: 'Mag zien tot en met',
  change: 'Wijzigen',
  changeOf: 'Wat {name} mag zien wijzigen',
  you: 'Dat bent u',
  dialogTitle: 'Wat {name} mag zien',
  dialogText:
    'Geldt meteen. Wat hoger gerubriceerd is, bestaat voor deze persoon niet: niet in lijsten, niet in aantallen, niet in batches en bestanden.',
  help: {
    openbaar: 'Alleen wat openbaar is.',
    intern: 'Wat openbaar of intern is.',
    vertrouwelijk: 'Alles.',
  },
  reason: 'Reden',
  reasonMissing: 'Schrijf waarom u dit doet.',
  save: 'Wijzigen',
  changed: '{name} mag nu zien tot en met: {clearance}',
} as const;
