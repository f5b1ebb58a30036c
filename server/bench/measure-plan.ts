import { join } from 'node:path';
import { assess } from '#db/assess.ts';
import { findUpload } from '#db/queries/find-upload.ts';
import { generateDefinition } from '#db/seed/generate-definition.ts';
import { writeZipFile } from '#db/seed/write-zip-file.ts';
import { definitionFile } from '#domain/definition-file.ts';
import { DEFAULT_RULE_SETTINGS } from '#domain/validation/settings.ts';
import { toCandidate } from '#server/operations/import/candidate.ts';
import { readUpload } from '#server/operations/import/read-upload.ts';
import { openProduct, type Product } from './product.ts';
import { median } from './statistics.ts';
import { storeDefinitions } from './store-definitions.ts';
import type { Workbench } from './workbench.ts';

const STORED = 100_000;
const ITEMS = 10_000;
const ROUNDS = 3;

export type PlanResult = {
  stored: number;
  items: number;
  /** Milliseconds of a plan, and of parsing and validating the same upload and nothing else; the median of the rounds. */
  planMs: number;
  baselineMs: number;
  ratio: number;
  ratios: number[];
  /** What the plan decided, by decision. */
  decisions: Record<string, number>;
};

/** A plan over an upload of which half is there already, with another text, beside what reading and checking it takes by itself. */
export async function measurePlan(workbench: Workbench, signal: AbortSignal): Promise<PlanResult> {
  await using stack = new AsyncDisposableStack();
  const product = await openProduct(stack, workbench, 'bench_plan', signal);
  await store(product, workbench, signal);
  const path = join(workbench.folder, 'plan.zip');
  await writeZipFile(path, halfChanged());
  const uploadId = await product.upload(workbench.lead, path);
  const rounds: { planMs: number; baselineMs: number }[] = [];
  let decisions: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    signal.throwIfAborted();
    const baselineMs = await parseAndValidate(product, workbench, uploadId, signal);
    const { jobId } = await product.start(workbench.lead, { operation: 'import', uploadId });
    const job = await product.until(jobId, 'awaiting_confirmation');
    decisions = job.plan ?? {};
    const { unpacking = 0, checking = 0 } = job.phaseMs as Record<string, number>;
    rounds.push({ planMs: unpacking + checking, baselineMs });
  }
  const ratios = rounds.map(({ planMs, baselineMs }) => planMs / baselineMs);
  return {
    stored: STORED,
    items: ITEMS,
    planMs: median(rounds.map(({ planMs }) => planMs)),
    baselineMs: median(rounds.map(({ baselineMs }) => baselineMs)),
    ratio: median(ratios),
    ratios,
    decisions,
  };
}

async function store({ services: { pool } }: Product, { lead }: Workbench, signal: AbortSignal): Promise<void> {
  await storeDefinitions(pool, lead, { count: STORED, signal, more: { status: 'draft' } });
  const sql = await pool.connect();
  try {
    // Figures about a large table take longer than a statement of the product may.
    await sql.query('SET statement_timeout = 0');
    await sql.query('VACUUM (ANALYZE) definitions');
  } finally {
    sql.release(true);
  }
}

/** Every other file is about a definition that is there, with a text that says a little more. */
function* halfChanged(): Generator<{ name: string; text: string }> {
  for (let index = 0; index < ITEMS; index++) {
    const isThere = index % 2 === 0;
    const content = generateDefinition(isThere ? index : STORED + index);
    const definition = isThere ? `${content.definition} in eerste aanleg` : content.definition;
    yield { name: `definitions/${index}.json`, text: JSON.stringify(definitionFile({ ...content, definition })) };
  }
}

async function parseAndValidate(
  { services: { pool, storage, config } }: Product,
  { lead }: Workbench,
  uploadId: string,
  signal: AbortSignal,
): Promise<number> {
  const upload = await findUpload(pool, uploadId, lead);
  if (!upload) throw new Error('The upload of the bench is gone');
  const before = performance.now();
  let position = 0;
  for await (const record of readUpload(
    { upload, storage, limits: config.limits, signal },
    { findings: [], files: 0 },
  )) {
    const { content } = toCandidate(record, position++);
    if (content) assess(content, DEFAULT_RULE_SETTINGS);
  }
  if (position !== ITEMS) throw new Error(`Read ${position} records, not ${ITEMS}`);
  return performance.now() - before;
}
