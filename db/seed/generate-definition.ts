import {
  type CaseReference,
  type DefinitionContent,
  type DefinitionStatus,
  EMPTY_CONTENT,
  type Relation,
  type RelationType,
} from '#domain/definition.ts';
import { LEGAL_AREAS, type LegalArea } from './legal-areas.ts';
import { HEADS, type Head, QUALIFIERS, type Qualifier } from './legal-vocabulary.ts';
import { createRandom, type Random } from './random.ts';

const PARTIES = 10;
const STAGES = 10;

/** How many definitions there are: every combination of an area, a qualifier, a head, a party and a stage once. */
export const GENERATED_DEFINITIONS = LEGAL_AREAS.length * QUALIFIERS.length * HEADS.length * PARTIES * STAGES;

/** Without a divisor in common with the number of combinations, so that steps of this size visit each of them once. */
const STRIDE = 618_033;

const SHARE_WITH_RELATION = 0.25;
const SHARE_WITH_CASE_REFERENCE = 0.2;
const SHARE_WITHOUT_LEGAL_BASIS = 0.05;
const SHARE_BADLY_WORDED = 0.05;

const STATUSES: readonly DefinitionStatus[] = [
  'established',
  'established',
  'established',
  'review',
  'draft',
  'imported',
];
const RELATION_TYPES: readonly RelationType[] = ['broader', 'related', 'depends_on', 'part_of'];

/**
 * A plausible legal definition for an index from 0 up to `GENERATED_DEFINITIONS`, always the same for the same index and
 * seed. Terms of different indexes differ. About a quarter has a relation to the term of an earlier index.
 */
export function generateDefinition(index: number, seed = 1): DefinitionContent {
  if (!Number.isInteger(index) || index < 0 || index >= GENERATED_DEFINITIONS) {
    throw new RangeError(`There is no generated definition ${index}, only 0 to ${GENERATED_DEFINITIONS - 1}.`);
  }
  const words = wordsAt(index, seed);
  const random = createRandom(seed, index);
  const { area, head } = words;
  const actor = random.pick(area.actors);
  const partner = random.pick(area.actors);
  const term = termOf(words);
  const sources = random.chance(SHARE_WITHOUT_LEGAL_BASIS)
    ? []
    : [area.cite(random), ...(random.chance(0.3) ? [area.cite(random)] : [])];
  const synonyms = random.chance(0.3) ? [synonymOf(words)] : [];
  return {
    ...EMPTY_CONTENT,
    // The resting values that are objects, fresh: those of EMPTY_CONTENT are shared.
    antonyms: [],
    legalMetadata: {},
    extras: {},
    term,
    definition: definitionOf(words, actor.name, random),
    category: head.category,
    status: random.pick(STATUSES),
    ufoCategory: random.chance(0.8) ? head.ufo : null,
    organisationalContext: [...new Set([actor.organisation, partner.organisation])],
    legalContext: [area.name],
    legalBasis: [...new Set(sources.map((source) => source.citation ?? source.title))],
    preferredTerm: synonyms.length > 0 ? term : null,
    synonyms,
    examples: examplesOf(words, actor.name, random),
    explanation: random.chance(0.7) ? explanationOf(words, partner.name) : null,
    sources,
    caseReferences: random.chance(SHARE_WITH_CASE_REFERENCE) ? [caseReferenceOf(area, random)] : [],
    chainPartners: random.chance(0.2) ? ['Justid'] : [],
    classification: random.pick(['openbaar', 'intern', 'intern', 'vertrouwelijk']),
    validFrom: random.chance(0.6) ? `20${15 + random.below(10)}-${random.pick(['01', '07'])}-01` : null,
    relations: index > 0 && random.chance(SHARE_WITH_RELATION) ? [relationTo(random.below(index), seed, random)] : [],
  };
}

type Words = { area: LegalArea; qualifier: Qualifier; head: Head; party: string; stage: string };

function wordsAt(index: number, seed: number): Words {
  const offset = createRandom(seed).below(GENERATED_DEFINITIONS);
  let rest = (index * STRIDE + offset) % GENERATED_DEFINITIONS;
  const take = <T>(values: readonly T[]): T => {
    const value = values[rest % values.length] as T;
    rest = Math.floor(rest / values.length);
    return value;
  };
  const area = take(LEGAL_AREAS);
  return {
    area,
    head: take(HEADS),
    party: take(area.parties),
    qualifier: take(QUALIFIERS),
    stage: take(area.stages),
  };
}

function termOf({ qualifier, head, party, stage }: Words): string {
  return `${adjective(qualifier, head)} ${head.noun} ${head.joint} ${party} ${stage}`;
}

function synonymOf({ qualifier, head, party, stage }: Words): string {
  return `${head.noun} ${qualifier.plain} (${withoutArticle(party)}, ${stage})`;
}

/** "een schriftelijk bevel" beside "een schriftelijke opdracht". */
function adjective(qualifier: Qualifier, head: Head): string {
  return head.article === 'het' ? qualifier.plain : qualifier.inflected;
}

function withoutArticle(party: string): string {
  return party.replace(/^een /, '');
}

function definitionOf({ qualifier, head, party, stage }: Words, actor: string, random: Random): string {
  const pronoun = head.genusArticle === 'het' ? 'dat' : 'die';
  const deed = head.deed.replace('{actor}', actor).replace('{party}', `${party} ${stage}`);
  const wellWorded = `${head.genus} ${pronoun} ${qualifier.clause} en ${deed}`;
  if (!random.chance(SHARE_BADLY_WORDED)) return wellWorded;
  return random.pick([
    `${wellWorded} teneinde de zaak zo snel mogelijk af te doen`,
    `${head.genus} ${deed}, bijvoorbeeld in spoedgevallen, bij verzuim etc.`,
    `${wellWorded}. Dit houdt in dat een betrokkene daarvan bericht krijgt.`,
    `is een ${head.noun} ${deed}`,
  ]);
}

function examplesOf(
  { qualifier, head, party, stage, area }: Words,
  actor: string,
  random: Random,
): DefinitionContent['examples'] {
  const short = `${adjective(qualifier, head)} ${head.noun}`;
  const sentence = `${head.article === 'het' ? 'Het' : 'De'} ${qualifier.inflected} ${head.noun} is op ${1 + random.below(28)} ${random.pick(MONTHS)} door ${actor} aan het dossier toegevoegd.`;
  return {
    sentence: [sentence],
    practical: random.chance(0.5)
      ? [`Een ${short} ${head.joint} ${party}, ${stage}, binnen een zaak van ${area.name.toLowerCase()}.`]
      : [],
    counter: random.chance(0.25)
      ? [`Een ${head.noun} ${head.article === 'het' ? 'dat' : 'die'} ${stage} achterwege is gebleven.`]
      : [],
  };
}

const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'september', 'oktober', 'november'];

function explanationOf({ head, party, stage }: Words, partner: string): string {
  return (
    `De omschrijving ziet op ${party} ${stage}; in een andere fase gelden eigen eisen. ` +
    `Naast de hoofdregel heeft ook ${partner} een eigen verantwoordelijkheid voor de inhoud van ${head.article} ${head.noun}.`
  );
}

/** References that look real and are not: sequence numbers that courts do not reach. */
function caseReferenceOf(area: LegalArea, random: Random): CaseReference {
  const year = 2018 + random.below(7);
  if (random.chance(0.3)) {
    const number = String(900_000 + random.below(100_000));
    return { kind: 'parketnummer', value: `99/${number}-${String(year).slice(2)}` };
  }
  return { kind: 'ecli', value: `ECLI:NL:${random.pick(area.courts)}:${year}:${99_000 + random.below(1_000)}` };
}

function relationTo(earlier: number, seed: number, random: Random): Relation {
  return { type: random.pick(RELATION_TYPES), targetId: null, targetTerm: termOf(wordsAt(earlier, seed)) };
}
