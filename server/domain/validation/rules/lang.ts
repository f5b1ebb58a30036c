import { hitOf, type Rule, type RuleHit, type Subject } from '#domain/validation/rule.ts';
import type { Spelling } from '#domain/validation/settings.ts';
import { isBoundary } from '#domain/validation/words.ts';

const INFORMAL =
  /\b(?:zo['’]n ding(?:en)?|enzo|dingetjes?|spelletjes?|internetten|van alles(?: en nog wat)?|een hoop|een beetje|best wel|heel erg)\b/;

/** Rules on the language itself: its register, its purity, and how the organisation spells (LANG and STR-TERM). */
export const LANG_RULES: readonly Rule[] = [
  {
    id: 'LANG-INF-001',
    kind: 'style',
    name: { nl: 'Geen informele taal', en: 'No informal language' },
    rank: { priority: 'midden', obligation: 'aanbevolen' },
    field: 'definition',
    text: {
      message: { nl: '“{value}” is spreektaal.', en: '“{value}” is informal language.' },
      advice: {
        nl: 'Kies een woord dat ook in een wet of beleidsstuk zou kunnen staan.',
        en: 'Choose a word that could also stand in an act or a policy document.',
      },
    },
    check: ({ body }) => hitOf(body, INFORMAL),
  },
  {
    id: 'LANG-MIX-001',
    kind: 'style',
    name: { nl: 'Geen Engels in een Nederlandse tekst', en: 'No English in a Dutch text' },
    rank: { priority: 'laag', obligation: 'aanbevolen' },
    field: 'definition',
    text: {
      message: {
        nl: '“{value}” is geen Nederlands woord; het Nederlandse is “{preferred}”.',
        en: '“{value}” is no Dutch word; the Dutch one is “{preferred}”.',
      },
      advice: { nl: 'Schrijf “{preferred}”.', en: 'Write “{preferred}”.' },
    },
    check: (subject) =>
      subject.content.language === 'nl' ? firstListed(subject, subject.settings.foreignWords) : null,
  },
  {
    id: 'STR-TERM-001',
    kind: 'style',
    name: { nl: 'Consistente schrijfwijze', en: 'Consistent spelling' },
    rank: { priority: 'laag', obligation: 'aanbevolen' },
    field: 'definition',
    text: {
      message: {
        nl: '“{value}” schrijft uw organisatie als “{preferred}”.',
        en: 'Your organisation writes “{value}” as “{preferred}”.',
      },
      advice: { nl: 'Schrijf “{preferred}”.', en: 'Write “{preferred}”.' },
    },
    check: (subject) => firstListed(subject, subject.settings.spellings),
  },
];

/** The first word of a list that the text has as a whole word, in any case, unless it is written as the list wants it. */
function firstListed({ body }: Subject, list: readonly Spelling[]): RuleHit | null {
  let first: RuleHit | null = null;
  for (const { found, preferred } of list) {
    const start = placeOf(body.lower, found.toLowerCase(), preferred.toLowerCase());
    if (start < 0 || (first?.start !== undefined && first.start <= start)) continue;
    const end = start + found.length;
    first = { start, end, match: body.text.slice(start, end), params: { preferred } };
  }
  return first;
}

function placeOf(lower: string, found: string, preferred: string): number {
  if (found === '') return -1;
  const within = preferred.indexOf(found);
  for (let at = lower.indexOf(found); at >= 0; at = lower.indexOf(found, at + 1)) {
    const isWanted = within >= 0 && at >= within && lower.startsWith(preferred, at - within);
    if (!isWanted && isBoundary(lower, at - 1) && isBoundary(lower, at + found.length)) return at;
  }
  return -1;
}
