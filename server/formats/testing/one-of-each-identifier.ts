import type { LegalIdentifier } from '#domain/legal-identifiers.ts';

/** One identifier of every kind there is, with the signs in it that careless software breaks. */
export const ONE_OF_EACH_IDENTIFIER: Readonly<Record<LegalIdentifier['kind'], string>> = {
  bwb: 'https://wetten.overheid.nl/BWBR0005537/2024-01-01#Artikel3:46',
  jci: 'jci1.3:c:BWBR0005416&titel=IV&hoofdstuk=XV&paragraaf=3&artikel=222',
  ecli: 'ECLI:NL:HR:2004:AM2533',
  cvdr: 'CVDR123456_2',
  celex: '32016R0679',
  eli: 'http://data.europa.eu/eli/reg/2016/679/oj',
  citation: 'Art. 1.1.7 lid 1 Sv',
  parketnummer: '01/234567-19',
  zaaknummer: 'C/13/123456 / HA ZA 19-123',
  rolnummer: '1234567 CV EXPL 19-123',
  'proces-verbaal': 'PL1300-2019123456-1',
  cjib: 'CJIB 1234567890',
};
