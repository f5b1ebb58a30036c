import { hitOf, type Rule, type RuleHit } from '#domain/validation/rule.ts';
import { determinerLength, indexOfWord, isBoundary, plainTerm } from '#domain/validation/words.ts';

/** One organisation under two names; a definition that belongs to it should mention neither. */
const OTHER_NAME: Readonly<Record<string, string>> = {
  OM: 'Openbaar Ministerie',
  'Openbaar Ministerie': 'OM',
  DJI: 'Dienst Justitiële Inrichtingen',
  'Dienst Justitiële Inrichtingen': 'DJI',
  KMAR: 'Koninklijke Marechaussee',
  'Koninklijke Marechaussee': 'KMAR',
  NP: 'Nationale Politie',
  'Nationale Politie': 'NP',
};
const NO_SOURCE = /^(?:|-+|n\.?v\.?t\.?|geen|onbekend|nog te bepalen|\?+)$/i;
/** Ways of speaking of a context without a name. */
const CONTEXT_PHRASE =
  /\b(?:(?:in|binnen) de context van|binnen de (?:strafrecht|migratie)keten|zoals toegepast binnen|volgens het wetboek van|op wettelijke grondslag)\b/;
/** What a source that can be looked up has: a number, a kind of regulation, an identifier or the short title of an act. */
const LOCATABLE =
  /\d|\b(?:stb|stcrt|ecli|bwb|jci|kamerstukken|aanwijzing|beleidsregels?)|(?:wet|wetboek|besluit|regeling|reglement|verordening|richtlijn|verdrag)\b|https?:/i;
/** Short titles as they are written: Awb, AVG, Sv. */
const SHORT_TITLE =
  /^(?:Sr|Sv|BW|Rv|Gw|Vw|Vb|GW)$|\b(?:[A-Z]{3,}|[A-Z][a-z]*(?:[A-Z][a-z]*)+|(?:Awb|Wpg|Wob|Woo|Bpf|Pbw|Bjj|Bvt|Wjsg|Wvw|Wed|Wots|Rw))\b/;
const INFLECTIONS = ['s', "'s", 'en', 'e', 'n'];

/** Rules on context, source and circularity (CON). */
export const CON_RULES: readonly Rule[] = [
  {
    id: 'CON-01',
    name: { nl: 'Context niet benoemen', en: 'Do not name the context' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie noemt “{value}”, een context waarin zij al is geplaatst.',
        en: 'The definition names “{value}”, a context it has already been placed in.',
      },
      advice: {
        nl: 'Laat de naam weg: de context staat in de velden bij de definitie.',
        en: 'Leave the name out: the context is in the fields beside the definition.',
      },
    },
    check({ content, body }) {
      // In capitals as written: "strafrecht" in a sentence is an ordinary word, "Strafrecht" names the field of law.
      for (const context of [content.organisationalContext, content.legalContext]) {
        for (const name of context) {
          const hit = named(body.text, name) ?? named(body.text, OTHER_NAME[name]);
          if (hit) return hit;
        }
      }
      const phrase = hitOf(body, CONTEXT_PHRASE);
      return phrase ? { ...phrase, remark: true } : null;
    },
  },
  {
    id: 'CON-02',
    kind: 'metadata',
    name: { nl: 'Baseren op authentieke bron', en: 'Based on an authentic source' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'legalBasis',
    text: {
      message: { nl: 'Er is geen wettelijke basis of bron vermeld.', en: 'No legal basis or source is given.' },
      advice: {
        nl: 'Vul de wettelijke basis in (bijvoorbeeld “art. 94 Sv”) of noem de bron waarop de definitie berust.',
        en: 'Fill in the legal basis (for instance “art. 94 Sv”) or name the source the definition rests on.',
      },
    },
    check({ content }) {
      const isThere = (text: string) => !NO_SOURCE.test(text.trim());
      return content.legalBasis.some(isThere) || content.sources.some(({ title }) => isThere(title)) ? null : {};
    },
  },
  {
    id: 'CON-02SUB1',
    kind: 'metadata',
    modes: { astra: 'remark', 'nl-sbb': 'remark' },
    name: { nl: 'Vindplaats is te herkennen', en: 'The source can be recognised' },
    rank: { priority: 'midden', obligation: 'aanbevolen' },
    field: 'legalBasis',
    text: {
      message: {
        nl: 'In “{value}” is geen wet, artikel of ander vindbaar stuk te herkennen.',
        en: 'No act, article or other document that can be found is recognised in “{value}”.',
      },
      advice: {
        nl: 'Schrijf de vindplaats voluit, bijvoorbeeld “art. 94 Sv” of een BWB- of ECLI-nummer.',
        en: 'Write the place out, for instance “art. 94 Sv” or a BWB or ECLI number.',
      },
    },
    check({ content }) {
      const unclear = content.legalBasis.find((text) => !isSource(text.trim()));
      return unclear === undefined ? null : { match: unclear };
    },
  },
  {
    id: 'CON-CIRC-001',
    name: { nl: 'Geen circulaire definitie', en: 'No circular definition' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De term “{value}” komt voor in zijn eigen definitie.',
        en: 'The term “{value}” occurs in its own definition.',
      },
      advice: {
        nl: 'Omschrijf het begrip met andere woorden dan de term zelf.',
        en: 'Describe the term in other words than the term itself.',
      },
    },
    check({ content, body }) {
      const term = plainTerm(content.term);
      // An abbreviation in capitals is only itself in capitals: OM is not "om".
      const isAbbreviation = /^[A-Z]{2,6}$/.test(term);
      // What opens the definition is the kick-off, which STR-02 and ARAI-06 look at.
      const from = determinerLength(body.lower) + 1;
      return isAbbreviation ? named(body.text, term, from) : circular(body.lower, body.text, term.toLowerCase(), from);
    },
  },
];

/** Whether a text can be looked up, or only says that there is nothing to look up. */
function isSource(text: string): boolean {
  return NO_SOURCE.test(text) || LOCATABLE.test(text) || SHORT_TITLE.test(text);
}

function named(text: string, name: string | undefined, from = 0): RuleHit | null {
  if (!name || name.length < 2) return null;
  const start = indexOfWord(text, name, from);
  return start < 0 ? null : { start, end: start + name.length, match: name };
}

function circular(lower: string, text: string, term: string, from: number): RuleHit | null {
  if (term.length < 3) return null;
  let remark: RuleHit | null = null;
  for (let start = lower.indexOf(term, from); start >= 0; start = lower.indexOf(term, start + 1)) {
    const end = start + term.length;
    if (!isBoundary(lower, start - 1)) continue;
    if (isBoundary(lower, end)) return { start, end, match: text.slice(start, end) };
    const ending = INFLECTIONS.find((part) => lower.startsWith(part, end) && isBoundary(lower, end + part.length));
    if (ending)
      remark ??= { start, end: end + ending.length, match: text.slice(start, end + ending.length), remark: true };
  }
  return remark;
}
