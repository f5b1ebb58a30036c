/** Laws by the abbreviation they are cited with. */
const LAWS: Readonly<Record<string, string>> = {
  Sr: 'BWBR0001854',
  Sv: 'BWBR0001903',
  Awb: 'BWBR0005537',
  Wjsg: 'BWBR0014194',
  Gw: 'BWBR0001840',
  Pbw: 'BWBR0009709',
};

const SITE = 'https://wetten.overheid.nl/';

/** Where a citation can be read, as far as it names a law in a way that leaves no doubt; null otherwise. */
export function lawPage(citation: string): string | null {
  const address = /https:\/\/wetten\.overheid\.nl\/[^\s<>"{}|\\^`]{1,300}/.exec(citation)?.[0];
  if (address) return address;
  const jci = /\bjci1\.\d{1,2}:[cv]:BWB[RV]\d{7}(?:&[A-Za-z-]{1,20}=[A-Za-z0-9_.:-]{1,60}){0,12}/.exec(citation)?.[0];
  if (jci) return SITE + jci;
  const id = /\bBWB[RV]\d{7}\b/.exec(citation)?.[0] ?? LAWS[/\b([A-Z][a-z]{1,3})\s*$/.exec(citation)?.[1] ?? ''];
  return id ? SITE + id : null;
}
