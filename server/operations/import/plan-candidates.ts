import { assess } from '#db/assess.ts';
import { contentHash, identityKey } from '#db/content-hash.ts';
import { type Matches, matchDefinitions } from '#db/queries/match-definitions.ts';
import { readContents } from '#db/queries/read-contents.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import type { StagedItem } from '#db/queries/stage-items.ts';
import { type Assessment, type KnownHashes, type RowImage, toRowImage } from '#db/row-image.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { highestOf, isCleared, type Own } from '#domain/clearance.ts';
import type { Classification } from '#domain/definition.ts';
import { CONTENT_FIELDS, type DefinitionContent } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import { givenMask } from '#domain/given-fields.ts';
import type { OtherContext } from '#domain/keep-both.ts';
import { type ConflictStrategy, decide, type PlannedItem } from '#domain/plan.ts';
import { degradation, predecessorScore } from '#domain/score-in-file.ts';
import type { RuleSettings } from '#domain/validation/settings.ts';
import { PositionTable } from '#server/compact/position-table.ts';
import type { Work } from '#server/operations/operation.ts';
import type { Candidate } from './candidate.ts';
import { keepBoth } from './keep-both.ts';

/**
 * What an import has seen so far, by position: identities, ids and the definitions they matched, to notice what comes twice. Disposing of
 * it gives its memory back at once.
 */
export type Seen = Record<'identities' | 'ids' | 'matched', PositionTable> & Disposable;

export function nothingSeen(): Seen {
  const tables = { identities: new PositionTable(), ids: new PositionTable(), matched: new PositionTable() };
  const dispose = () => {
    for (const table of Object.values(tables)) table[Symbol.dispose]();
  };
  return { ...tables, [Symbol.dispose]: dispose };
}

/** Decides over a run of candidates, against the database and against what came before them in the upload. */
export async function planCandidates(
  { pool, job }: Pick<Work, 'pool' | 'job'>,
  candidates: readonly Candidate[],
  seen: Seen,
): Promise<StagedItem[]> {
  const allowed = candidates.map((candidate) => withinClearance(candidate, job.clearance));
  const ids = candidates.flatMap(({ id }) => (id ? [id] : []));
  const keys = candidates.flatMap((candidate) => (candidate.identityKey ? [candidate.identityKey] : []));
  const matches = await matchDefinitions(pool, job, ids, keys);
  const merged = await mergePartial(pool, job, allowed, matches);
  const strategy = (job.options.conflict as ConflictStrategy | undefined) ?? 'skip';
  const settings = await readRuleSettings(pool, job.organisationId);
  const staged = merged
    .map((candidate) => neverLower(candidate, matches))
    .map((candidate) => planCandidate(candidate, matches, seen, strategy, settings));
  const context = job.options.context as OtherContext | undefined;
  if (strategy !== 'keep_both' || !context) return staged;
  return keepBoth({ pool, job, context, settings, identities: seen.identities }, staged);
}

function planCandidate(
  candidate: Candidate,
  matches: Matches,
  seen: Seen,
  strategy: ConflictStrategy,
  settings: RuleSettings,
): StagedItem {
  const { content, identityKey: key } = candidate;
  const byId = (candidate.id && matches.byId.get(candidate.id)) || null;
  const named = (key && matches.byIdentity.get(key)) || null;
  // The one it names has this name too, beside another that is classified differently.
  const byIdentity = byId && named && byId.identityKey === key ? byId : named;
  const matched = (byId ?? byIdentity)?.definitionId ?? null;
  const twin = content ? firstTwin(candidate, matched, seen) : null;
  const { findings, version } = candidate;
  const hash = content ? contentHash(content) : '';
  const planned = decide({ findings, contentHash: hash, version, repeated: twin !== null }, byId, byIdentity, strategy);
  const written =
    content && imageFor(content, planned, settings, { contentHash: hash, ...(key ? { identityKey: key } : {}) });
  const all = twin === null ? findings : [...findings, duplicateFinding(twin)];
  const problemCode = problemOf(planned, all, strategy);
  return {
    position: candidate.position,
    decision: planned.decision,
    reason: planned.reason,
    sourceFile: candidate.file,
    sourceLine: candidate.line,
    term: candidate.term,
    definitionId: planned.decision === 'new' ? newId(candidate.id, matches, seen) : planned.definitionId,
    baseVersion: planned.baseVersion,
    verdict: written ? written.assessment.verdict : 'invalid',
    qualityScore: written ? written.assessment.qualityScore : null,
    categoryScores: written ? written.assessment.categoryScores : null,
    findings: written ? [...all, ...degraded(candidate, written.assessment), ...written.assessment.findings] : all,
    problemCode,
    image: written?.image ?? null,
    given: givenMask(candidate.given),
    raw: problemCode && !written ? candidate.original() : null,
    classification: highestOf([
      candidate.classification,
      ...((byId ?? byIdentity) ? [(byId ?? byIdentity)?.classification ?? 'openbaar'] : []),
    ]),
  };
}

/** The score that the predecessor wrote beside the definition, where ours is clearly lower. */
function degraded({ content, given }: Candidate, { qualityScore, ruleSetVersion }: Assessment): Finding[] {
  const before = content && given.includes('extras') ? predecessorScore(content.extras) : null;
  const finding = before && degradation(before, qualityScore, ruleSetVersion);
  return finding ? [finding] : [];
}

/** The row to write; a new version of an established definition begins as a draft, which is another content. */
function imageFor(
  content: DefinitionContent,
  { decision }: Pick<PlannedItem, 'decision'>,
  settings: RuleSettings,
  known: KnownHashes,
): { image: RowImage; assessment: Assessment } {
  if (decision === 'new_version') {
    const draft: DefinitionContent = { ...content, status: 'draft' };
    const assessment = assess(draft, settings);
    return { image: toRowImage(draft, assessment), assessment };
  }
  const assessment = assess(content, settings);
  return { image: toRowImage(content, assessment, known), assessment };
}

/** The position of an earlier item that is about the same definition, by identity, id or match; remembers this one otherwise. */
function firstTwin({ identityKey: key, id, position }: Candidate, matched: string | null, seen: Seen): number | null {
  const marks: [PositionTable, string | null][] = [
    [seen.identities, key],
    [seen.ids, id],
    [seen.matched, matched],
  ];
  for (const [positions, mark] of marks) {
    const twin = mark === null ? undefined : positions.get(mark);
    if (twin !== undefined) return twin;
  }
  for (const [positions, mark] of marks) if (mark !== null) positions.add(mark, position);
  return null;
}

/** Nobody brings in what they may not see; what a file does not classify is classified no higher than that. */
function withinClearance(candidate: Candidate, clearance: Classification): Candidate {
  const { content, classification, given } = candidate;
  if (isCleared(clearance, classification)) return candidate;
  if (given.includes('classification')) {
    const finding: Finding = {
      code: 'classification_above_clearance',
      severity: 'error',
      field: 'classification',
      value: classification,
    };
    return {
      ...candidate,
      content: null,
      identityKey: null,
      findings: [...candidate.findings, finding],
      classification: clearance,
    };
  }
  return { ...candidate, content: content && { ...content, classification: clearance }, classification: clearance };
}

/** A file never lowers a classification: that takes somebody who says why. */
function neverLower(candidate: Candidate, matches: Matches): Candidate {
  const { content, id, identityKey: key } = candidate;
  const match = (id && matches.byId.get(id)) || (key && matches.byIdentity.get(key)) || null;
  if (!content || !match || isCleared(content.classification, match.classification)) return candidate;
  const { classification } = match;
  const finding: Finding = {
    code: 'classification_kept',
    severity: 'warning',
    field: 'classification',
    value: content.classification,
    params: { kept: classification },
  };
  return { ...candidate, content: { ...content, classification }, findings: [...candidate.findings, finding] };
}

/** A file's own id is kept when it is free, so that a definition is the same one in every system it travels to. */
function newId(id: string | null, matches: Matches, seen: Seen): string {
  return id !== null && seen.ids.has(id) && !matches.taken.has(id) && !matches.byId.has(id) ? id : uuidV7();
}

function problemOf(
  { decision, reason }: PlannedItem,
  findings: readonly Finding[],
  strategy: ConflictStrategy,
): string | null {
  if (decision === 'invalid') return findings.find((finding) => finding.severity === 'error')?.code ?? 'internal_error';
  return decision === 'conflict' && strategy === 'fail' ? `conflict_${reason}` : null;
}

function duplicateFinding(position: number): Finding {
  return { code: 'duplicate_in_upload', severity: 'warning', params: { item: position + 1 } };
}

/** Records that leave fields out keep what is there: they are completed from the definition they are matched with. */
async function mergePartial(
  pool: Work['pool'],
  own: Own,
  candidates: readonly Candidate[],
  matches: Matches,
): Promise<readonly Candidate[]> {
  const matchOf = ({ id, identityKey: key }: Candidate) =>
    (id && matches.byId.get(id)) || (key && matches.byIdentity.get(key)) || null;
  const partial = candidates.filter((one) => one.content && one.given.length < CONTENT_FIELDS.length && matchOf(one));
  if (partial.length === 0) return candidates;
  const ids = partial.flatMap((candidate) => matchOf(candidate)?.definitionId ?? []);
  const contents = await readContents(pool, own, ids);
  const completed = new Map<Candidate, Candidate>();
  for (const candidate of partial) {
    const present = contents.get(matchOf(candidate)?.definitionId ?? '');
    if (!present || !candidate.content) continue;
    const content: Record<string, unknown> = { ...present };
    for (const field of candidate.given) content[field] = candidate.content[field];
    const whole = content as DefinitionContent;
    completed.set(candidate, { ...candidate, content: whole, identityKey: identityKey(whole) });
  }
  return candidates.map((candidate) => completed.get(candidate) ?? candidate);
}
