/** Laws by the names people cite them by, with their number in the Basiswettenbestand (R for regulations, V for treaties). */
const LAWS: Readonly<Record<string, string>> = {
  Sr: 'BWBR0001854',
  Sv: 'BWBR0001903',
  Awb: 'BWBR0005537',
  Wjsg: 'BWBR0014194',
  Wpg: 'BWBR0022463',
  Pbw: 'BWBR0009709',
  Bjj: 'BWBR0011756',
  Rv: 'BWBR0001827',
  Gw: 'BWBR0001840',
  Vw: 'BWBR0011823',
  Opiumwet: 'BWBR0001941',
  WVW: 'BWBR0006622',
  WWM: 'BWBR0008804',
  RO: 'BWBR0001830',
  Politiewet: 'BWBR0031788',
  EVRM: 'BWBV0001000',
};

/** The Civil Code is a law for each of its books. */
const BOOKS: Readonly<Record<string, string>> = {
  '1': 'BWBR0002656',
  '2': 'BWBR0003045',
  '3': 'BWBR0005291',
  '4': 'BWBR0002761',
  '5': 'BWBR0005288',
  '6': 'BWBR0005289',
  '7': 'BWBR0005290',
  '7A': 'BWBR0006000',
  '8': 'BWBR0005034',
  '10': 'BWBR0030068',
};

const OTHER_NAMES: Readonly<Record<string, string>> = { WvSr: 'Sr', WvSv: 'Sv', Pw: 'Politiewet', Pw12: 'Politiewet' };

/** The new code of criminal procedure numbers its articles in three parts; it is not in the Basiswettenbestand yet. */
const NEW_SV = /^\d+\.\d+\.\d+/;

/** Which law a citation means. `id` is null when it cannot be told, or when the law is not in force yet. */
export function citedLaw(
  cited: string,
  article: string,
  book: string | null,
): { name: string; id: string | null; isFuture: boolean } {
  const plain = cited.replace(/ ?(?:2000|1994|2012)$/, '');
  const name = OTHER_NAMES[plain] ?? plain;
  if (name === 'BW') return { name: book ? `BW ${book}` : name, id: (book && BOOKS[book]) ?? null, isFuture: false };
  if (name === 'Sv' && NEW_SV.test(article)) return { name, id: null, isFuture: true };
  return { name, id: LAWS[name] ?? null, isFuture: false };
}
