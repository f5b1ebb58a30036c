import { citedLaw } from './cited-laws.ts';

/** An identifier of Dutch or European law, or of a case, taken apart. Dates are `YYYY-MM-DD`. */
export type LegalIdentifier =
  /** A regulation or treaty in the Basiswettenbestand; with a date when a certain day is meant. */
  | { kind: 'bwb'; id: string; date: string | null; place: string | null }
  /** JuriConnect: a place in a regulation. `c` is a consolidated version, `v` all versions. */
  | { kind: 'jci'; version: string; scope: 'c' | 'v'; id: string; parts: [name: string, value: string][] }
  | { kind: 'ecli'; value: string; country: string; court: string; year: number; number: string }
  /** A regulation of a municipality, province or water board. */
  | { kind: 'cvdr'; id: string; version: string | null }
  | { kind: 'celex'; value: string; sector: string; year: number; type: string; number: string }
  | { kind: 'eli'; value: string; type: string; year: number; number: string }
  /** "Art. 94 lid 1 Sv": `id` is the regulation when we know it, `isFuture` an article of a code that is not in force yet. */
  | {
      kind: 'citation';
      article: string;
      paragraph: string | null;
      part: string | null;
      law: string;
      id: string | null;
      isFuture: boolean;
    }
  | { kind: 'parketnummer' | 'zaaknummer' | 'rolnummer' | 'proces-verbaal' | 'cjib'; value: string };

/** An identifier in a text, from `start` up to `end`. */
export type FoundIdentifier = { start: number; end: number; text: string; identifier: LegalIdentifier };

const ORDINALS =
  'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende';
const ORDINAL = ORDINALS.split(' ');
const LAW_NAMES =
  'WvSr|WvSv|Sr|Sv|Awb|BW|Wjsg|Wpg|Pbw|Bjj|Rv|Gw|Vw(?: ?2000)?|Opiumwet|WVW(?: ?1994)?|WWM|RO|Politiewet(?: ?2012)?|Pw ?2012|EVRM|AVG|Pw12';

type Reader = { form: RegExp; read: (match: RegExpExecArray) => LegalIdentifier | null };

/** Each with how it is written in running text; earlier ones win where two would fit. Every pattern is bounded on both sides. */
const READERS: readonly Reader[] = [
  {
    form: /\bjci1\.(0|1|2|3|31)(?:\.1)?:([cv]):(BWB[RV]\d{7})((?:&(?:amp;)?[A-Za-z-]{1,30}=[^&\s<>"(),;]{0,199}[^&\s<>"(),;.]){0,20})/g,
    read: ([, version = '', scope, id = '', parts = '']) => ({
      kind: 'jci',
      version: `1.${version}`,
      scope: scope === 'v' ? 'v' : 'c',
      id,
      parts: jciParts(parts),
    }),
  },
  {
    form: /https?:\/\/wetten\.overheid\.nl\/(BWB[RVW]\d{7})(?:\/(\d{4}-\d{2}-\d{2})(?:\/\d{1,3})?)?(?:#([^\s<>"(),;]{0,199}[^\s<>"(),;.]))?/g,
    read: ([, id = '', date, place]) => ({ kind: 'bwb', id, date: date ?? null, place: place ?? null }),
  },
  {
    form: /https?:\/\/data\.europa\.eu\/eli\/(reg|dir|dec)(?:_impl|_del)?\/(\d{4})\/(\d{1,5})(?:\/[a-z0-9/-]{1,40})?/g,
    read: ([value, type = '', year, number = '']) => ({ kind: 'eli', value, type, year: Number(year), number }),
  },
  {
    form: /\bECLI:([A-Z]{2}):([A-Z][A-Z0-9]{0,6}):(\d{4}):([A-Z0-9.]{0,24}[A-Z0-9])(?![A-Z0-9])/g,
    read: ([value, country = '', court = '', year, number = '']) => ({
      kind: 'ecli',
      value,
      country,
      court,
      year: Number(year),
      number,
    }),
  },
  {
    form: /\bBWB[RVW]\d{7}\b/g,
    read: ([id]) => ({ kind: 'bwb', id, date: null, place: null }),
  },
  {
    form: /\b(CVDR\d{1,9})(?:_(\d{1,4}))?\b/g,
    read: ([, id = '', version]) => ({ kind: 'cvdr', id, version: version ?? null }),
  },
  {
    form: /\b([1-9C])((?:19|20)\d{2})([A-Z]{1,2})(\d{4})\b/g,
    read: ([value, sector = '', year, type = '', number = '']) => ({
      kind: 'celex',
      value,
      sector,
      year: Number(year),
      type,
      number,
    }),
  },
  {
    form: new RegExp(
      `\\b[Aa]rt(?:ikel|\\.)\\s{0,3}(\\d{1,4}[a-z]{0,3}(?:[:.]\\d{1,4}[a-z]{0,3}){0,3})` +
        `(?:,?\\s{1,3}(?:(${ORDINAL.join('|')})\\s{1,3}lid|lid\\s{1,3}(\\d{1,2}[a-z]?)))?` +
        `(?:,?\\s{1,3}(?:aanhef\\s{1,3}en\\s{1,3})?(?:onder(?:deel)?|sub)\\s{1,3}([a-z0-9]{1,3}))?` +
        `(?:,?\\s{1,3}[Bb]oek\\s{1,3}(\\d{1,2}[A-Z]?))?` +
        `,?\\s{1,3}(?:van\\s{1,3}(?:de|het)\\s{1,3})?(${LAW_NAMES})(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    read: ([, article = '', ordinal, number, part, book, law = '']) =>
      citation(article, ordinal ? String(ORDINAL.indexOf(ordinal) + 1) : (number ?? null), part ?? null, book, law),
  },
  { form: /(?<![\d/-])\d{2}[-/]\d{6}[-/]\d{2}(?![\d/-])/g, read: ([value]) => ({ kind: 'parketnummer', value }) },
  { form: /\b\d{1,9} CV EXPL \d{2}-\d{1,6}\b/g, read: ([value]) => ({ kind: 'rolnummer', value }) },
  {
    form: /\bC\/\d{2}\/\d{5,6}(?:\s?\/\s?(?:HA ZA|KG ZA|HA|KG|FA|JE)(?: RK)? \d{2}-\d{1,5})?(?!\d)/g,
    read: ([value]) => ({ kind: 'zaaknummer', value }),
  },
  { form: /\b(?:AWB|SGR|AMS|UTR) ?\d{2}\/\d{3,5}\b/g, read: ([value]) => ({ kind: 'zaaknummer', value }) },
  { form: /\bPL\d{4}-\d{8,10}(?:-\d{1,4})?\b/g, read: ([value]) => ({ kind: 'proces-verbaal', value }) },
  { form: /\bCJIB\W{0,3}\d{8,16}\b/g, read: ([value]) => ({ kind: 'cjib', value }) },
];

/** What any of them has; most texts have none of it, and need no further look. */
const MAY_HAVE = /\d/;
/** Longer texts are not searched to the end: identifiers stand in citations and sources, not deep in treatises. */
const MAX_SEARCHED = 20_000;

/** The identifiers in a text, from left to right; none within another. */
export function findLegalIdentifiers(text: string): FoundIdentifier[] {
  if (!MAY_HAVE.test(text)) return [];
  const searched = text.slice(0, MAX_SEARCHED);
  const found: FoundIdentifier[] = [];
  for (const { form, read } of READERS) {
    form.lastIndex = 0;
    for (let match = form.exec(searched); match; match = form.exec(searched)) {
      const start = match.index;
      const end = start + match[0].length;
      const isFree = found.every((other) => end <= other.start || start >= other.end);
      const identifier = isFree ? read(match) : null;
      if (identifier) found.push({ start, end, text: match[0], identifier });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The identifier that a text is, from its first letter to its last; null when there is more to it, or nothing. */
export function parseLegalIdentifier(text: string): LegalIdentifier | null {
  const trimmed = text.trim();
  const [only, more] = findLegalIdentifiers(trimmed);
  return only && !more && only.start === 0 && only.end === trimmed.length ? only.identifier : null;
}

/** An ECLI taken apart (Council conclusions 2011/C 127/01); null for anything else. */
export function parseEcli(text: string): Extract<LegalIdentifier, { kind: 'ecli' }> | null {
  const identifier = parseLegalIdentifier(text);
  return identifier?.kind === 'ecli' ? identifier : null;
}

function jciParts(text: string): [string, string][] {
  return text
    .split(/&(?:amp;)?/)
    .filter(Boolean)
    .map((part): [string, string] => {
      const equals = part.indexOf('=');
      return [part.slice(0, equals), part.slice(equals + 1).replaceAll('_', ' ')];
    });
}

function citation(
  numbered: string,
  paragraph: string | null,
  part: string | null,
  inBook: string | undefined,
  law: string,
): LegalIdentifier {
  // "6:162 BW" is article 162 of book 6; in other laws a colon is part of the number.
  const [, ownBook, ownArticle] = law === 'BW' ? (/^(\d{1,2}[a-z]?):(.+)$/.exec(numbered) ?? []) : [];
  const article = ownArticle ?? numbered;
  const { name, id, isFuture } = citedLaw(law, article, (ownBook ?? inBook)?.toUpperCase() ?? null);
  return { kind: 'citation', article, paragraph, part, law: name, id, isFuture };
}
