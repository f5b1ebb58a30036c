import type { NormalisedText } from '#domain/validation/normalise.ts';
import { hitOf, type Rule, type RuleHit } from '#domain/validation/rule.ts';
import { isUnexplained } from './abbreviations.ts';

const SENTENCE_END = /[.!?] (?=[A-ZÀ-Þ«"])/g;
/** Words that end with a full stop without ending a sentence. */
const ABBREVIATED =
  /(?:^|[\s(])(?:art|artt|nr|bijv|o\.a|i\.v\.m|lid|blz|mr|mrs|dr|prof|jo|vgl|resp|ca|c\.q|d\.w\.z|t\.a\.v|m\.b\.t|sub|incl|excl|[a-z])$/;
const CONDITION =
  /\b(?:indien|mits|tenzij|alleen als|voor zover|voorzover|op voorwaarde dat|in geval dat|in het geval dat)\b/;
const EXPLANATION =
  /\b(?:bijvoorbeeld|dit houdt in|dat wil zeggen|namelijk|denk aan)\b|\b(?:bijv|d\.w\.z)\.|\bzoals\b(?! (?:is |zijn |nader )?(?:bedoeld|bepaald|omschreven|beschreven|gedefinieerd|vastgelegd|vermeld|genoemd|opgenomen|neergelegd|voorzien|bekend|gebruikelijk)\b)/;
const OPEN_LIST =
  /\b(?:etc|enz|enzovoorts?|etcetera|onder andere|onder meer|en dergelijke|waaronder (?:mede )?begrepen)\b|(?:^|[\s(])(?:o\.a|e\.d)\.|, waaronder\b/;
const WHETHER_OR_NOT = /\bal dan niet\b/;
const BACKGROUND =
  /\bzie(?: ook)?\b(?! (?:art|artikel)\b)|\bzoals gedefinieerd in\b(?! (?:art|artikel|de wet|het wetboek)\b)|\b(?:afgekort als|zoals bekend binnen|volgens interne richtlijn(?:en)?|interne notitie|benodigde bescheiden)\b/;

/** Rules on how well the text can be understood by itself (INT). There is no INT-05. */
export const INT_RULES: readonly Rule[] = [
  {
    id: 'INT-01',
    name: { nl: 'Compacte en begrijpelijke zin', en: 'One compact, clear sentence' },
    rank: { priority: 'midden', obligation: 'aanbevolen' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie bestaat uit meer dan één zin.',
        en: 'The definition consists of more than one sentence.',
      },
      advice: {
        nl: 'Houd één zin over en zet de rest in de toelichting.',
        en: 'Keep one sentence and move the rest to the explanation.',
      },
    },
    check: ({ body }) => secondSentence(body),
  },
  {
    id: 'INT-02',
    name: { nl: 'Geen beslisregel', en: 'No decision rule' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie bevat een voorwaarde of norm: “{value}”.',
        en: 'The definition contains a condition or norm: “{value}”.',
      },
      advice: {
        nl: 'Beschrijf wat het begrip is; leg voorwaarden vast in beleid of regelgeving.',
        en: 'Describe what the term is; lay down conditions in policy or rules.',
      },
    },
    check: ({ body }) => hitOf(body, CONDITION),
  },
  {
    id: 'INT-06',
    name: { nl: 'Definitie bevat geen toelichting', en: 'No explanation in the definition' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie bevat een toelichting of voorbeeld: “{value}”.',
        en: 'The definition contains an explanation or example: “{value}”.',
      },
      advice: {
        nl: 'Verplaats toelichting en voorbeelden naar de velden die daarvoor zijn.',
        en: 'Move explanations and examples to the fields made for them.',
      },
    },
    check: ({ body }) => hitOf(body, EXPLANATION) ?? (body.notesAt === null ? null : { match: 'Toelichting:' }),
  },
  {
    id: 'INT-07',
    name: { nl: 'Alleen toegankelijke afkortingen', en: 'Only explained abbreviations' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De afkorting “{value}” wordt niet uitgelegd.',
        en: 'The abbreviation “{value}” is not explained.',
      },
      advice: {
        nl: 'Schrijf de naam voluit met de afkorting erachter tussen haakjes.',
        en: 'Write the name in full, followed by the abbreviation in brackets.',
      },
    },
    check: isUnexplained,
  },
  {
    id: 'INT-09',
    name: { nl: 'Opsomming limitatief', en: 'Closed enumeration' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: { nl: 'De opsomming is niet volledig: “{value}”.', en: 'The enumeration is left open: “{value}”.' },
      advice: {
        nl: 'Noem alle gevallen, of omschrijf wat zij gemeen hebben.',
        en: 'Name every case, or describe what they have in common.',
      },
    },
    check({ body }) {
      const open = hitOf(body, OPEN_LIST);
      if (open) return open;
      const loose = hitOf(body, WHETHER_OR_NOT);
      return loose ? { ...loose, remark: true } : null;
    },
  },
  {
    id: 'INT-10',
    name: { nl: 'Geen ontoegankelijke achtergrondkennis', en: 'No hidden background knowledge' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie verwijst naar iets wat de lezer niet bij de hand heeft: “{value}”.',
        en: 'The definition refers to something the reader does not have at hand: “{value}”.',
      },
      advice: {
        nl: 'Neem de inhoud over, of verwijs naar een vindbare bron zoals een wetsartikel.',
        en: 'Include the content, or refer to a source that can be found, such as an article of law.',
      },
    },
    check: ({ body }) => hitOf(body, BACKGROUND),
  },
];

function secondSentence(body: NormalisedText): RuleHit | null {
  SENTENCE_END.lastIndex = 0;
  for (let end = SENTENCE_END.exec(body.text); end; end = SENTENCE_END.exec(body.text)) {
    const isFullStop = end[0] === '. ';
    if (isFullStop && ABBREVIATED.test(body.lower.slice(Math.max(0, end.index - 8), end.index))) continue;
    return { start: end.index + 2, end: body.text.length };
  }
  return null;
}
