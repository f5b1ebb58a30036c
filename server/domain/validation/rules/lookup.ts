import { normaliseTerm } from '#domain/identity-key.ts';
import { headNamesOf, namesOf } from '#domain/validation/asked-names.ts';
import { shareContext } from '#domain/validation/look-around.ts';
import type { Rule, RuleHit, Subject } from '#domain/validation/rule.ts';
import type { Cycle, Neighbour, Resemblance, Surroundings } from '#domain/validation/surroundings.ts';
import { isFunctionWord } from '#domain/validation/text-keys.ts';
import { wordsOf } from '#domain/validation/trigrams.ts';

/** From so much on definitions with a name in common are the same one. */
const SAME = 0.9;
/** So many words in a row that two texts share are no accident. */
const REPEATED_WORDS = 6;
/** A text of fewer words is no definition that can be copied into another. */
const LEAST_NESTED_WORDS = 5;
/** Of a longer text its beginning is enough: so many words, and so much of the whole. */
const NESTED_WORDS = 8;
const NESTED_SHARE = 2 / 3;
/** So many terms of a cycle are named. */
const STEPS_SHOWN = 8;

type Around = Subject & { surroundings: Surroundings };

/** A rule about other definitions passes where nobody looked around. */
const around = (check: (subject: Around) => RuleHit | null) => (subject: Subject) =>
  subject.surroundings ? check({ ...subject, surroundings: subject.surroundings }) : null;

/** Rules that look at other definitions, of the upload and of the organisation; without surroundings they pass. */
export const LOOKUP_RULES: readonly Rule[] = [
  {
    id: 'DUP-01',
    name: { nl: 'Geen dubbele definitie', en: 'No duplicate definition' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: { nl: '“{other}” {likeness}.', en: '“{other}” {likeness}.' },
      advice: {
        nl: 'Vergelijk de twee. Is hetzelfde bedoeld, voeg ze dan samen; anders maakt een eigen context of een scherpere omschrijving het verschil duidelijk.',
        en: 'Compare the two. Merge them if the same is meant; otherwise a context of its own or a sharper description makes the difference clear.',
      },
    },
    check: around(duplicate),
  },
  {
    id: 'ESS-05',
    // Whether it is so takes a reader: said, and by itself neither counted nor in the way of anything.
    modes: { astra: 'remark', 'nl-sbb': 'remark' },
    name: { nl: 'Voldoende onderscheidend', en: 'Sufficiently distinguishing' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De omschrijving onderscheidt dit begrip nauwelijks van “{other}”: dezelfde soort, en {percentage}% van de tekst is gelijk.',
        en: 'The description hardly distinguishes this term from “{other}”: the same kind, and {percentage}% of the text is equal.',
      },
      advice: {
        nl: 'Noem het kenmerk dat het ene begrip heeft en het andere niet.',
        en: 'Name the characteristic that one term has and the other has not.',
      },
    },
    check: around(hardlyDistinguished),
  },
  {
    id: 'SAM-02',
    name: { nl: 'Kwalificatie omvat geen herhaling', en: 'A qualified term repeats nothing' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie herhaalt die van “{other}”, waarvan dit begrip een bijzonder geval is: “{value}”.',
        en: 'The definition repeats that of “{other}”, of which this term is a special case: “{value}”.',
      },
      advice: {
        nl: 'Begin met “{other}” en noem alleen wat dit begrip bijzonder maakt.',
        en: 'Begin with “{other}” and name only what makes this term special.',
      },
    },
    check: around(repeatedHead),
  },
  {
    id: 'SAM-03',
    name: { nl: 'Definitieteksten niet nesten', en: 'Do not nest definitions' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De tekst van “{other}” staat in deze definitie: “{value}”.',
        en: 'The text of “{other}” stands in this definition: “{value}”.',
      },
      advice: {
        nl: 'Gebruik het begrip “{other}” zelf in plaats van de omschrijving ervan.',
        en: 'Use the term “{other}” itself instead of its description.',
      },
    },
    check: around(nested),
  },
  {
    id: 'SAM-04',
    // Whether it is so takes a reader: said, and by itself neither counted nor in the way of anything.
    modes: { astra: 'remark', 'nl-sbb': 'remark' },
    name: { nl: 'Samenstelling strijdt niet met de definitie', en: 'A compound agrees with its definition' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'Het begrip eindigt op “{other}”, maar de definitie begint niet met dat woord.',
        en: 'The term ends in “{other}”, but the definition does not begin with that word.',
      },
      advice: {
        nl: 'Laat de definitie met “{other}” beginnen, of kies een andere term als het geen {other} is.',
        en: 'Let the definition begin with “{other}”, or choose another term if it is no {other}.',
      },
    },
    check: around(otherGenus),
  },
  {
    id: 'SAM-05',
    name: { nl: 'Geen cirkeldefinities', en: 'No circular definitions' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie leidt in een kring naar zichzelf: {path}.',
        en: 'The definition leads round to itself: {path}.',
      },
      advice: {
        nl: 'Omschrijf één van deze begrippen zonder de andere te noemen.',
        en: 'Describe one of these terms without naming the others.',
      },
    },
    check: around(circular),
  },
  {
    id: 'SAM-08',
    name: { nl: 'Synoniemen hebben één definitie', en: 'Synonyms have one definition' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'synonyms',
    text: {
      message: {
        nl: '“{value}” is ook een naam van “{other}”, dat een andere definitie heeft.',
        en: '“{value}” is also a name of “{other}”, which has another definition.',
      },
      advice: {
        nl: 'Geef synoniemen één definitie: voeg de twee samen, of haal “{value}” uit de synoniemen.',
        en: 'Give synonyms one definition: merge the two, or remove “{value}” from the synonyms.',
      },
    },
    check: around(dividedSynonym),
  },
];

/** What a screen needs to lead to the other definition: its term, its id where it has one, its number in the upload. */
function about({ id, position, term }: Pick<Neighbour, 'id' | 'position' | 'term'>): Record<string, string | number> {
  return {
    other: term,
    ...(id === null ? {} : { otherId: id }),
    ...(position === null ? {} : { otherItem: position + 1 }),
  };
}

/** The same name and nearly the same text is a duplicate; either of these alone is a signal. */
function duplicate({ content, body, surroundings: { alike, named } }: Around): RuleHit | null {
  const own = new Set(namesOf(content));
  const shares = (other: Neighbour) => namesOf(other).some((name) => own.has(name));
  const same = alike.find(
    ({ other, similarity }) => similarity >= SAME && shares(other) && shareContext(content, other),
  );
  if (same) return { params: { ...about(same.other), likeness: 'same', percentage: percentageOf(same) } };
  const near = alike.find(({ other }) => !isSibling(body.lower, other) || shares(other));
  if (near) return { remark: true, params: { ...about(near.other), likeness: 'text', percentage: percentageOf(near) } };
  const term = normaliseTerm(content.term);
  const namesake = named.get(term)?.find((other) => normaliseTerm(other.term) === term && shareContext(content, other));
  return namesake ? { remark: true, params: { ...about(namesake), likeness: 'term' } } : null;
}

/** Another term of the same kind with nearly the same text; said of definitions that share no name. */
function hardlyDistinguished({ content, body, surroundings }: Around): RuleHit | null {
  const own = new Set(namesOf(content));
  const sibling = surroundings.alike.find(
    ({ other }) => isSibling(body.lower, other) && !namesOf(other).some((name) => own.has(name)),
  );
  return sibling ? { params: { ...about(sibling.other), percentage: percentageOf(sibling) } } : null;
}

function isSibling(lower: string, other: Neighbour): boolean {
  return genusOf(lower) === genusOf(other.text);
}

/** The first word that says something. */
function genusOf(lower: string): string {
  return wordsOf(lower.slice(0, 120)).find((word) => !isFunctionWord(word)) ?? '';
}

const percentageOf = ({ similarity }: Resemblance) => Math.floor(similarity * 100);

function repeatedHead({ content, body, surroundings: { named } }: Around): RuleHit | null {
  if (!content.term.includes(' ')) return null;
  const heads = headNamesOf(content.term).flatMap((name) => named.get(name) ?? []);
  for (const head of heads) {
    const shared = sharedWords(body.lower, head.text);
    if (shared) return { ...shared, match: body.text.slice(shared.start, shared.end), params: about(head) };
  }
  return null;
}

/** The first six words in a row that stand in the other text too. */
function sharedWords(lower: string, other: string): { start: number; end: number } | null {
  const padded = ` ${wordsOf(other).join(' ')} `;
  const words = [...lower.matchAll(/[\p{L}\p{N}]+/gu)];
  for (let at = 0; at + REPEATED_WORDS <= words.length; at++) {
    const run = words.slice(at, at + REPEATED_WORDS);
    if (!padded.includes(` ${run.map(([word]) => word).join(' ')} `)) continue;
    const last = run[run.length - 1] as RegExpExecArray;
    return { start: (run[0] as RegExpExecArray).index, end: last.index + last[0].length };
  }
  return null;
}

function nested({ content, body, surroundings: { within } }: Around): RuleHit | null {
  const own = new Set(namesOf(content));
  const words = [...body.lower.matchAll(/[\p{L}\p{N}]+/gu)];
  for (const other of within) {
    if (namesOf(other).some((name) => own.has(name))) continue;
    const place = placeOf(wordsOf(other.text), words);
    if (place) return { ...place, match: body.text.slice(place.start, place.end), params: about(other) };
  }
  return null;
}

/** Where a text stands in another, further on than its beginning: all of it, or a long beginning of it. */
function placeOf(inner: readonly string[], words: readonly RegExpExecArray[]): { start: number; end: number } | null {
  if (inner.length < LEAST_NESTED_WORDS) return null;
  const least = Math.min(inner.length, Math.max(NESTED_WORDS, Math.ceil(inner.length * NESTED_SHARE)));
  for (let at = 1; at + least <= words.length; at++) {
    let length = 0;
    while (length < inner.length && words[at + length]?.[0] === inner[length]) length++;
    if (length < least) continue;
    const last = words[at + length - 1] as RegExpExecArray;
    return { start: (words[at] as RegExpExecArray).index, end: last.index + last[0].length };
  }
  return null;
}

/** A compound ends in a known term, and what is described is something else. */
function otherGenus({ content, body, surroundings: { named } }: Around): RuleHit | null {
  const term = normaliseTerm(content.term);
  if (term.includes(' ')) return null;
  const known = headNamesOf(term).find((name) => named.get(name)?.some((other) => normaliseTerm(other.term) === name));
  if (known === undefined) return null;
  const bearers = named.get(known) ?? [];
  const genus = genusPhrase(body.lower);
  const names = new Set([known, ...bearers.flatMap(namesOf)]);
  const agrees = genus.some((word) => [...names].some((name) => word === name || word.endsWith(name)));
  // A compound may also be put under what its last part is itself a kind of.
  const kinds = new Set(bearers.map(({ text }) => genusOf(text)));
  return agrees || genus.some((word) => kinds.has(word)) ? null : { params: about(bearers[0] as Neighbour) };
}

/** The words up to the first one that joins others to them: "schriftelijk stuk" of "schriftelijk stuk waarin …". */
function genusPhrase(lower: string): string[] {
  const words = wordsOf(lower.slice(0, 160));
  const start = words.findIndex((word) => !isFunctionWord(word));
  const end = words.findIndex((word, index) => index > start && isFunctionWord(word));
  return words.slice(Math.max(start, 0), end < 0 ? undefined : end);
}

function circular({ content, surroundings: { cycles } }: Around): RuleHit | null {
  const weight = ({ by }: Cycle) => (by === 'reference' ? 1 : 0);
  const [cycle] = [...cycles].sort((a, b) => weight(a) - weight(b) || a.steps.length - b.steps.length);
  if (!cycle) return null;
  const others = cycle.steps.slice(1);
  const shown = others.slice(0, STEPS_SHOWN);
  const path = [
    content.term,
    ...shown.map(({ term }) => term),
    ...(shown.length < others.length ? ['…'] : []),
    content.term,
  ];
  return {
    params: {
      path: path.join(' → '),
      by: cycle.by,
      // In the order of the path, without its ends; a number where it stands in the upload only.
      pathIds: shown.map(({ id, position }) => id ?? `#${(position ?? 0) + 1}`).join(' '),
      ...(shown[0] ? about(shown[0]) : {}),
    },
    ...(cycle.by === 'reference' ? { remark: true } : {}),
  };
}

function dividedSynonym({ content, body, surroundings: { named } }: Around): RuleHit | null {
  const term = normaliseTerm(content.term);
  const differs = (other: Neighbour) =>
    normaliseTerm(other.term) !== term && other.text !== body.lower && shareContext(content, other);
  const synonyms = content.synonyms.map(normaliseTerm);
  for (const [index, synonym] of synonyms.entries()) {
    const other = named.get(synonym)?.find((one) => differs(one) && normaliseTerm(one.term) === synonym);
    if (other) return { match: content.synonyms[index] as string, params: about(other) };
  }
  const claimant = named
    .get(term)
    ?.find((one) => differs(one) && one.synonyms.some((name) => normaliseTerm(name) === term));
  if (claimant) return { match: content.term, params: about(claimant) };
  for (const [index, synonym] of synonyms.entries()) {
    const other = named.get(synonym)?.find(differs);
    if (other) return { match: content.synonyms[index] as string, remark: true, params: about(other) };
  }
  return null;
}
