import { findUpload } from '#db/queries/find-upload.ts';
import { setHintBitsOfStaged } from '#db/queries/set-hint-bits.ts';
import { addFindings, discardStagedItems, type StagedItem, setWorkOrder, stageItems } from '#db/queries/stage-items.ts';
import type { ReadChoices } from '#domain/read-choices.ts';
import type { Checked, CheckWork } from '#server/operations/operation.ts';
import { PlanTally } from '#server/operations/plan-tally.ts';
import { type Candidate, toCandidate } from './candidate.ts';
import { ProvenanceCheck } from './check-provenance.ts';
import { compareScores } from './compare-scores.ts';
import { ImportSurroundings, stagedTexts } from './import-surroundings.ts';
import { nothingSeen, planCandidates } from './plan-candidates.ts';
import { readAhead } from './read-ahead.ts';
import { readUpload, type UploadFacts } from './read-upload.ts';
import { ReferenceIndex } from './references.ts';
import { replanImport } from './replan-import.ts';
import { RowTracer } from './trace-rows.ts';

/** How many records are matched and staged at once: one round trip each, and a sign of life. */
const RUN = 500;

/**
 * Decides over every record of an upload, or over what an earlier job left undone, without writing anything to definitions:
 * parse, check, match, order. Begins anew when called again.
 */
export async function checkImport(work: CheckWork): Promise<Checked> {
  const { job } = work;
  const facts: UploadFacts = { findings: [], files: 0 };
  const provenance = new ProvenanceCheck(work);
  const tally = new PlanTally();
  await using references = new ReferenceIndex();
  await using surroundings = new ImportSurroundings(work, stagedTexts(work));
  let gathering = Promise.resolve();
  let total = 0;
  await work.advance('unpacking', 0, job.copiedItems ? job.total : 0);
  const runs = job.copiedItems ? replanImport(work, RUN) : stageUpload(work, facts, provenance);
  for await (const { candidates, staged } of runs) {
    // What cannot be written is nothing to refer to, and what gets another id is not found by the one in its file.
    for (const [index, { position, term, content }] of candidates.entries())
      if (content)
        references.add(position, staged[index]?.definitionId ?? null, term, content.relations, content.classification);
    await references.putAway();
    for (const item of staged) tally.add(item);
    total += staged.length;
    const expected = Math.max(total, facts.files, job.copiedItems ? job.total : 0);
    await gathering;
    gathering = surroundings.gather(staged, expected);
    // Heard at the await above or below; until then nobody listens.
    gathering.catch(() => {});
    await work.advance('checking', total, expected);
  }
  await gathering;
  await work.advance('comparing', 0, total);
  const levels = await order(work, references, total);
  const cycles = await references.cycles(work.pool, job, total);
  // What comes now needs the room.
  await references[Symbol.asyncDispose]();
  await surroundings.settle(cycles, (looked) => work.advance('comparing', looked, total));
  if (facts.scores) await compareScores(work, facts.scores);
  await provenance.record();
  facts.findings.unshift(...provenance.findings);
  return {
    total,
    levels,
    plan: tally.plan,
    failing: tally.failing,
    classification: tally.classification,
    findings: facts.findings,
  };
}

type Run = { candidates: readonly Candidate[]; staged: readonly StagedItem[] };

/**
 * Reads an upload from its beginning and stages it in runs: while one is in the database, the next is decided upon and the one
 * after that is read.
 */
async function* stageUpload(work: CheckWork, facts: UploadFacts, provenance: ProvenanceCheck): AsyncGenerator<Run> {
  await work.write((sql) => discardStagedItems(sql, work.job.id));
  const tracer = new RowTracer(work, facts);
  const decided = readAhead(decideRuns(work, readAhead(readRuns(work, facts, provenance)), tracer));
  yield* readAhead(stageRuns(work, decided));
  tracer.report();
}

async function* decideRuns(
  work: CheckWork,
  runs: AsyncIterable<readonly Candidate[]>,
  tracer: RowTracer,
): AsyncGenerator<Run> {
  using seen = nothingSeen();
  for await (const read of runs) {
    const { candidates, settle } = await tracer.trace(read);
    yield { candidates, staged: settle(await planCandidates(work, candidates, seen)) };
  }
}

async function* stageRuns(work: CheckWork, runs: AsyncIterable<Run>): AsyncGenerator<Run> {
  for await (const run of runs) {
    await work.write((sql) => stageItems(sql, work.job.id, run.staged));
    const [first = 0, last = 0] = [run.staged[0]?.position, run.staged.at(-1)?.position];
    await setHintBitsOfStaged(work.pool, work.job.id, { first, last });
    yield run;
  }
}

/** The records of an upload, each checked by itself. One record over the limit is enough to know it is too many. */
async function* readRuns(
  work: CheckWork,
  facts: UploadFacts,
  provenance: ProvenanceCheck,
): AsyncGenerator<Candidate[]> {
  const { job, pool, storage, limits, signal } = work;
  const upload = job.uploadId && (await findUpload(pool, job.uploadId, job));
  if (!upload) throw new Error('The upload of this import is gone');
  let candidates: Candidate[] = [];
  let position = 0;
  const choices = job.options as ReadChoices;
  for await (const record of readUpload({ upload, storage, limits, signal, choices, provenance }, facts)) {
    candidates.push(toCandidate(record, position++));
    if (candidates.length === RUN) {
      yield candidates;
      candidates = [];
    }
    if (position > limits.maxItems) break;
  }
  if (candidates.length > 0) yield candidates;
}

/** Puts what is referred to before what refers to it, and notes what leads nowhere. */
async function order({ job, pool, write }: CheckWork, references: ReferenceIndex, total: number): Promise<Int32Array> {
  const levels = await references.levels(total);
  const dangling = await references.dangling(pool, job);
  await write((sql) => addFindings(sql, job.id, dangling));
  const positions = Int32Array.from(levels.keys()).sort(
    (a, b) => (levels[a] as number) - (levels[b] as number) || a - b,
  );
  const moved = positions.filter((position, index) => position !== index);
  if (moved.length > 0) {
    const orderOf = new Int32Array(total);
    for (const [index, position] of positions.entries()) orderOf[position] = index;
    const orders = moved.map((position) => orderOf[position] as number);
    await write((sql) => setWorkOrder(sql, job.id, moved, orders));
  }
  return positions.map((position) => levels[position] as number);
}
