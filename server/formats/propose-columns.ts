import { likeness } from '#domain/likeness.ts';
import { CLOSED_FIELDS, type ColumnTarget, SHARED_TARGETS } from '#domain/read-choices.ts';
import { CLOSED_WORDS, readEnum } from '#domain/record-enums.ts';
import { foldName } from './field-names.ts';

/** A column of a table nobody knows: its name, and its first cells that hold something. */
export type UnknownColumn = { column: string; cells: readonly string[] };

export type ColumnProposal = { column: string; target: ColumnTarget; confidence: number };

/** Words in names of columns, Dutch and English, folded; the first that fits counts. */
const WORDS: readonly (readonly [ColumnTarget, string])[] = [
  ['examples.counter', 'tegenvoorbeeld counterexample'],
  ['examples.practical', 'praktijkvoorbeeld praktijk casus usecase'],
  ['examples.sentence', 'voorbeeldzin voorbeeld example'],
  ['validFrom', 'ingangsdatum begindatum geldigvanaf startdatum validfrom startdate vanaf'],
  ['validUntil', 'einddatum geldigtot validuntil enddate vervaldatum'],
  ['preferredTerm', 'voorkeursterm voorkeursnaam preferredterm preferred'],
  ['synonyms', 'synoniemen ookbekendals alias synonym alternatieveterm alternatief afkorting abbreviation zoekterm'],
  ['antonyms', 'antoniem antonym tegengestelde opposite'],
  ['relations.broader', 'bovenliggend bredere broader parent valtonder'],
  ['relations.narrower', 'onderliggend narrower child'],
  ['relations.part_of', 'onderdeelvan partof'],
  ['relations.has_part', 'bestaatuit haspart'],
  ['relations.related', 'gerelateerd related verwant zieook seealso'],
  [
    'legalBasis',
    'wettelijkegrondslag grondslag wettelijkebasis wetsartikel wetgeving artikel legalbasis statute wet law',
  ],
  ['legalContext', 'juridischecontext rechtsgebied legaldomain lawarea domein domain'],
  [
    'organisationalContext',
    'organisatie afdeling organisation organization instantie dienst ministerie department context',
  ],
  ['chainPartners', 'ketenpartner chainpartner partners'],
  ['caseReferences', 'zaakverwijzing zaaknummer parketnummer ecli casereference casenumber'],
  ['classification', 'rubricering vertrouwelijkheid confidentiality classificatie classification'],
  ['ufoCategory', 'ufocategorie ufo'],
  ['category', 'categorie category soort klasse class type'],
  ['status', 'status stand workflow fase state'],
  ['language', 'taalcode taal language'],
  ['definition', 'definitie definition betekenis meaning omschrijving beschrijving description'],
  ['term', 'begrip term woord lemma trefwoord benaming naam name concept titel title label'],
  ['explanation', 'toelichting uitleg explanation opmerking notitie remark comment note'],
  ['sources', 'bron source herkomst referentie reference document'],
].map(([target, words]) => [target as ColumnTarget, words as string]);
const BY_WORD = WORDS.flatMap(([target, words]) => words.split(' ').map((word) => ({ target, word })));

const SAME = 0.95;
const HOLDS = 0.75;
const ALIKE = 0.7;
/** Below this a proposal is worth nothing. */
const WORTH = 0.4;

/** What each column seems to be for, by its name and its cells; no target twice that only one column can fill. */
export function proposeColumns(columns: readonly UnknownColumn[], taken: ReadonlySet<string>): ColumnProposal[] {
  const candidates = columns.flatMap((column, at) =>
    [...scores(column)].map(([target, confidence]) => ({ column: column.column, target, confidence, at })),
  );
  candidates.sort((a, b) => b.confidence - a.confidence || a.at - b.at);
  const filled = new Set(taken);
  const done = new Set<string>();
  const proposals: ColumnProposal[] = [];
  for (const { column, target, confidence } of candidates) {
    if (confidence < WORTH || done.has(column) || filled.has(target)) continue;
    done.add(column);
    if (!SHARED_TARGETS.has(target)) filled.add(target);
    proposals.push({ column, target, confidence });
  }
  return proposals;
}

/** How sure each target is; name and cells that say the same make each other surer. */
function scores({ column, cells }: UnknownColumn): Map<ColumnTarget, number> {
  const byName = nameScores(column);
  const sure = new Map(byName);
  for (const [target, score] of cellScores(cells.map((cell) => cell.trim()).filter(Boolean))) {
    const named = byName.get(target);
    sure.set(target, named === undefined ? score : Math.min(Math.max(named, score) + 0.1, 0.99));
  }
  return sure;
}

function nameScores(column: string): Map<ColumnTarget, number> {
  const name = foldName(column);
  const parts = new Set(column.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const scores = new Map<ColumnTarget, number>();
  for (const { target, word } of BY_WORD) {
    const score = nameScore(name, parts, word);
    if (score > (scores.get(target) ?? 0)) scores.set(target, score);
  }
  return scores;
}

function nameScore(name: string, parts: ReadonlySet<string>, word: string): number {
  if (name === word) return SAME;
  // A longer word in a name says more than a shorter one: "wetsartikel" before "artikel".
  if (parts.has(word) || (word.length >= 4 && name.includes(word))) return HOLDS + Math.min(word.length, 15) / 100;
  const alike = likeness(name, word);
  return alike >= ALIKE ? alike * 0.7 : 0;
}

const PATTERNS: readonly (readonly [ColumnTarget, RegExp, number])[] = [
  ['caseReferences', /ECLI:[A-Z]{2}:|^\d{2}[-/]\d{6}[-/]\d{2}$/, 0.9],
  ['legalBasis', /\b(?:art(?:ikel)?\.?\s*\d|BWBR\d{7}|Wetboek)/i, 0.8],
  ['language', /^(?:nl|en|de|fr)(?:-[a-z]{2})?$/i, 0.75],
  ['validFrom', /^\d{4}-\d{2}-\d{2}$|^\d{1,2}-\d{1,2}-\d{4}$/, 0.45],
];

function cellScores(cells: readonly string[]): Map<ColumnTarget, number> {
  const scores = new Map<ColumnTarget, number>();
  if (cells.length < 2) return scores;
  const share = (fits: (cell: string) => boolean) => cells.filter(fits).length / cells.length;
  for (const field of CLOSED_FIELDS) {
    const known = share((cell) => readEnum<string>(CLOSED_WORDS[field], cell).known);
    if (known >= 0.6) scores.set(field, 0.5 + known * 0.35);
  }
  for (const [target, pattern, score] of PATTERNS)
    if (share((cell) => pattern.test(cell)) >= 0.5) scores.set(target, score);
  const unique = new Set(cells).size / cells.length;
  const length = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
  if (unique >= 0.8 && length > 45) scores.set('definition', 0.55);
  if (unique >= 0.9 && length < 40 && share((cell) => /^\p{L}/u.test(cell)) > 0.8) scores.set('term', 0.45);
  return scores;
}
