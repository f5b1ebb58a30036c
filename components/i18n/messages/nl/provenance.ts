export const provenance = {
  note: {
    signer: {
      none: 'Niet ondertekend',
      own: 'Ondertekend door deze installatie',
      partner: 'Ondertekend door {name}',
      unknown: 'Ondertekend met een sleutel die uw organisatie niet kent',
      expired: 'Ondertekend door {name}, met een sleutel waarvan de geldigheid voorbij is',
      revoked: 'Ondertekend met een ingetrokken sleutel van {name}',
      forged: 'De handtekening klopt niet',
    },
    exported: 'Geëxporteerd door {by} van {organisation} op {when}, volgens de handtekening.',
    from: 'van {by}, {organisation}',
    ended: { revoked: 'Ingetrokken op {when}.', expired: 'Geldig tot {when}.' },
    key: 'Sleutel {id}.',
    same: 'Alle bestanden zijn zoals ze zijn ondertekend.',
    notCompared: 'Of de bestanden nog zijn zoals ze zijn ondertekend, blijkt bij de controle.',
    changed:
      '{count, plural, =0 {Na de ondertekening is er iets veranderd.} one {Na de ondertekening is # bestand veranderd.} other {Na de ondertekening zijn # bestanden veranderd.}}',
    wordsOnly: 'Niet zoals ondertekend: {files}. De lijst met bestanden is dat wel.',
    listChanged:
      'Niet zoals ondertekend: {files}. Ook de lijst met bestanden is een andere, zodat niet alles wat veranderd is te noemen valt.',
    change: { changed: 'veranderd', removed: 'ontbreekt', added: 'toegevoegd' },
    more: '{count, plural, one {En nog # bestand.} other {En nog # bestanden.}}',
    case: {
      unsigned: 'Niet ondertekend',
      foreign: 'Onbekende of verlopen sleutel',
      changed: 'Veranderd na ondertekening',
      broken: 'Vervalst of ingetrokken',
    },
    policy: {
      accept: '{case}: uw organisatie accepteert dit.',
      warn: '{case}: uw organisatie waarschuwt hiervoor.',
      refuse: '{case}: uw organisatie weigert dit.',
    },
  },
};
