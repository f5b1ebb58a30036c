import { describe, expect, it } from 'vitest';
import { findLegalIdentifiers, parseLegalIdentifier } from './legal-identifiers.ts';
import { legalLink } from './legal-links.ts';
import { malformedIdentifiers } from './malformed-identifiers.ts';

const linkOf = (text: string) => {
  const identifier = parseLegalIdentifier(text);
  return identifier && legalLink(identifier);
};

describe('parseLegalIdentifier', () => {
  it.each([
    ['BWBR0001854', { kind: 'bwb', id: 'BWBR0001854', date: null, place: null }],
    ['BWBV0001000', { kind: 'bwb', id: 'BWBV0001000', date: null, place: null }],
    [
      'https://wetten.overheid.nl/BWBR0005537/2024-01-01',
      { kind: 'bwb', id: 'BWBR0005537', date: '2024-01-01', place: null },
    ],
    [
      'http://wetten.overheid.nl/BWBR0005537/2024-01-01/0#Artikel3:46',
      { kind: 'bwb', id: 'BWBR0005537', date: '2024-01-01', place: 'Artikel3:46' },
    ],
    [
      'jci1.3:c:BWBR0001903&boek=Tweede&titeldeel=II_a&artikel=94&lid=1&o=a&o=b&g=2024-01-01',
      {
        kind: 'jci',
        version: '1.3',
        scope: 'c',
        id: 'BWBR0001903',
        parts: [
          ['boek', 'Tweede'],
          ['titeldeel', 'II a'],
          ['artikel', '94'],
          ['lid', '1'],
          ['o', 'a'],
          ['o', 'b'],
          ['g', '2024-01-01'],
        ],
      },
    ],
    [
      'jci1.31:v:BWBR0001854&amp;artikel=9',
      { kind: 'jci', version: '1.31', scope: 'v', id: 'BWBR0001854', parts: [['artikel', '9']] },
    ],
    ['jci1.0:c:BWBR0001854', { kind: 'jci', version: '1.0', scope: 'c', id: 'BWBR0001854', parts: [] }],
    [
      'ECLI:NL:RBDHA:2023:1234',
      { kind: 'ecli', value: 'ECLI:NL:RBDHA:2023:1234', country: 'NL', court: 'RBDHA', year: 2023, number: '1234' },
    ],
    [
      'ECLI:CE:ECHR:2016:0913JUD005054108',
      {
        kind: 'ecli',
        value: 'ECLI:CE:ECHR:2016:0913JUD005054108',
        country: 'CE',
        court: 'ECHR',
        year: 2016,
        number: '0913JUD005054108',
      },
    ],
    ['CVDR612345_2', { kind: 'cvdr', id: 'CVDR612345', version: '2' }],
    ['CVDR9', { kind: 'cvdr', id: 'CVDR9', version: null }],
    ['32016L0680', { kind: 'celex', value: '32016L0680', sector: '3', year: 2016, type: 'L', number: '0680' }],
    ['62019CJ0311', { kind: 'celex', value: '62019CJ0311', sector: '6', year: 2019, type: 'CJ', number: '0311' }],
    [
      'http://data.europa.eu/eli/dir/2016/680/oj',
      { kind: 'eli', value: 'http://data.europa.eu/eli/dir/2016/680/oj', type: 'dir', year: 2016, number: '680' },
    ],
    ['01/234567-19', { kind: 'parketnummer', value: '01/234567-19' }],
    ['01-234567-19', { kind: 'parketnummer', value: '01-234567-19' }],
    ['C/09/612345 / HA ZA 21-100', { kind: 'zaaknummer', value: 'C/09/612345 / HA ZA 21-100' }],
    ['C/09/612345', { kind: 'zaaknummer', value: 'C/09/612345' }],
    ['SGR 21/4567', { kind: 'zaaknummer', value: 'SGR 21/4567' }],
    ['123456 CV EXPL 21-99', { kind: 'rolnummer', value: '123456 CV EXPL 21-99' }],
    ['PL0600-2019123456-1', { kind: 'proces-verbaal', value: 'PL0600-2019123456-1' }],
    ['CJIB 123456789', { kind: 'cjib', value: 'CJIB 123456789' }],
  ])('takes %s apart', (text, expected) => {
    expect(parseLegalIdentifier(text)).toEqual(expected);
    expect(parseLegalIdentifier(` ${text} `)).toEqual(expected);
  });

  const cited = { kind: 'citation', paragraph: null, part: null, isFuture: false };
  it.each([
    ['Art. 94 Sv', { article: '94', law: 'Sv', id: 'BWBR0001903' }],
    [
      'artikel 94a, eerste lid, aanhef en onder b, Sv',
      { article: '94a', paragraph: '1', part: 'b', law: 'Sv', id: 'BWBR0001903' },
    ],
    ['art. 9 lid 2 onder c AVG', { article: '9', paragraph: '2', part: 'c', law: 'AVG', id: null }],
    ['Artikel 3:46 van de Awb', { article: '3:46', law: 'Awb', id: 'BWBR0005537' }],
    ['art. 6:162 BW', { article: '162', law: 'BW 6', id: 'BWBR0005289' }],
    ['Artikel 2 Boek 3 BW', { article: '2', law: 'BW 3', id: 'BWBR0005291' }],
    ['artikel 5 BW', { article: '5', law: 'BW', id: null }],
    ['art. 3 Politiewet 2012', { article: '3', law: 'Politiewet', id: 'BWBR0031788' }],
    ['art. 310 WvSr', { article: '310', law: 'Sr', id: 'BWBR0001854' }],
    ['Art. 1.1.7 lid 1 Sv', { article: '1.1.7', paragraph: '1', law: 'Sv', id: null, isFuture: true }],
    ['Artikel 2.5.39 Sv', { article: '2.5.39', law: 'Sv', id: null, isFuture: true }],
  ])('reads the citation %s', (text, expected) => {
    expect(parseLegalIdentifier(text)).toEqual({ ...cited, ...expected });
  });

  it.each([
    'zomaar tekst',
    'artikel 5',
    'Art. 94 Svx',
    'BWBR123',
    'ECLI:NL:HR:24:1',
    '101/234567-199',
    'C/9/61',
    '2016 L 0680',
    'BWBR0001854 en meer',
    '',
  ])('finds no single identifier in %j', (text) => expect(parseLegalIdentifier(text)).toBeNull());
});

describe('findLegalIdentifiers', () => {
  it('finds each in running text, from left to right, and none within another', () => {
    const text =
      'Zie art. 94 Sv (jci1.3:c:BWBR0001903&artikel=94) en ECLI:NL:HR:2024:1. Ook https://wetten.overheid.nl/BWBR0001854, zaak 01/234567-19.';
    expect(findLegalIdentifiers(text).map(({ text: own }) => own)).toEqual([
      'art. 94 Sv',
      'jci1.3:c:BWBR0001903&artikel=94',
      'ECLI:NL:HR:2024:1',
      'https://wetten.overheid.nl/BWBR0001854',
      '01/234567-19',
    ]);
    for (const { start, end, text: own } of findLegalIdentifiers(text)) expect(text.slice(start, end)).toBe(own);
  });

  it('is quick on long texts that look like something', () => {
    const started = performance.now();
    for (const piece of ['art. 1', 'BWBR00', 'ECLI:NL:', 'jci1.3:c:BWBR0001903&a=', '1.1.1.', 'C/09/', '0 CV EXPL ']) {
      findLegalIdentifiers(piece.repeat(20_000));
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('legalLink', () => {
  it.each([
    ['BWBR0001854', 'https://wetten.overheid.nl/BWBR0001854'],
    [
      'http://wetten.overheid.nl/BWBR0005537/2024-01-01/0#Artikel3:46',
      'https://wetten.overheid.nl/BWBR0005537/2024-01-01#Artikel3:46',
    ],
    [
      'jci1.3:c:BWBR0005416&titel=IV_a&artikel=2',
      'https://wetten.overheid.nl/jci1.3:c:BWBR0005416&titel=IV_a&artikel=2',
    ],
    ['jci1.3:c:BWBR0005537&artikel=3:46', 'https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=3:46'],
    ['Art. 94 lid 1 onder a Sv', 'https://wetten.overheid.nl/jci1.3:c:BWBR0001903&artikel=94&lid=1&o=a'],
    ['art. 5 AVG', 'https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679'],
    ['Artikel 2.5.39 Sv', null],
    ['ECLI:NL:HR:2024:1', 'https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:HR:2024:1'],
    ['ECLI:EU:C:2021:123', 'https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:ECLI:EU:C:2021:123'],
    ['ECLI:DE:BGH:2020:1', 'https://e-justice.europa.eu/ecli/ECLI:DE:BGH:2020:1'],
    ['CVDR612345_2', 'https://lokaleregelgeving.overheid.nl/CVDR612345/2'],
    ['32016L0680', 'https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016L0680'],
    ['http://data.europa.eu/eli/dir/2016/680/oj', 'https://data.europa.eu/eli/dir/2016/680/oj'],
    ['01/234567-19', null],
    ['PL0600-2019123456-1', null],
  ])('leads from %s to %s', (text, expected) => {
    expect(linkOf(text)).toBe(expected);
    if (expected) expect(URL.canParse(expected)).toBe(true);
  });
});

describe('malformedIdentifiers', () => {
  it.each([
    ['ECLI:NL:HR:24:1', 'ECLI'],
    ['ECLI NL HR 2024 1', 'ECLI'],
    ['BWBR12345', 'BWB'],
    ['jci1.9:c:BWBR0001854', 'JCI'],
    ['CVDR_12', 'CVDR'],
    ['CELEX:2016/679', 'CELEX'],
    ['http://data.europa.eu/eli/reg/679', 'ELI'],
    ['https://wetten.overheid.nl/BWBR0001854/2024-13-45', 'BWB'],
    ['https://wetten.overheid.nl/BWBR0001854/2023-02-29/0#Artikel1', 'BWB'],
    ['jci1.3:c:BWBR0001854&artikel=1&g=2023-02-29', 'JCI'],
  ])('notices that %s is meant as %s', (text, name) => {
    expect(malformedIdentifiers(`Zie ${text} hierover`)).toEqual([expect.objectContaining({ name })]);
  });

  it.each([
    'ECLI:NL:HR:2024:1.',
    'zie BWBR0001854',
    'CELEX:32016R0679',
    'gewone tekst',
    'jci1.3:c:BWBR0001854&artikel=1',
    'jci1.3:c:BWBR0001854&artikel=1&g=2024-02-29&z=2024-03-01',
    'https://wetten.overheid.nl/BWBR0001854/2024-02-29',
    'een ecli',
  ])('has nothing against %s', (text) => expect(malformedIdentifiers(text)).toEqual([]));
});
