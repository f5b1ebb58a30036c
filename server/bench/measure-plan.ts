import { join } from 'node:path';
import { generateDefinition } from '#db/seed/generate-definition.ts';
import { writeZipFile } from '#db/seed/write-zip-file.ts';
import { definitionFile } from '#domain/definition-file.ts';
import { checkAlone, validateAlone } from './check-alone.ts';
import { openProduct, type Product } from './product.ts';
import { median } from './statistics.ts';
import { storeDefinitions } from './store-definitions.ts';
import type { Workbench } from './workbench.ts';

const STORED = 100_000;
const ITEMS = 10_000;
const ROUNDS = 3;

/** Milliseconds, the median of the rounds, and how many times as long a plan takes, the median and each round. */
type Baseline = { ms: number; ratio: number; ratios: number[] };

export type PlanResult = {
  stored: number;
  items: number;
  /** Milliseconds of a plan, the median of the rounds. */
  planMs: number;
  /** Parsing and validating the same upload by all rules, those about other definitions too, and nothing else. */
  validating: Baseline;
  /** Parsing and checking each of its records by itself. */
  checking: Baseline;
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
  const rounds: { planMs: number; validatingMs: number; checkingMs: number }[] = [];
  let decisions: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    signal.throwIfAborted();
    const alone = { services: product.services, actor: workbench.lead, uploadId, items: ITEMS, signal };
    const checkingMs = await checkAlone(alone);
    const validatingMs = await validateAlone(alone);
    const { jobId } = await product.start(workbench.lead, { operation: 'import', uploadId });
    const job = await product.until(jobId, 'awaiting_confirmation');
    decisions = job.plan ?? {};
    const { unpacking = 0, checking = 0, comparing = 0 } = job.phaseMs as Record<string, number>;
    rounds.push({ planMs: unpacking + checking + comparing, validatingMs, checkingMs });
  }
  const baseline = (name: 'validatingMs' | 'checkingMs'): Baseline => {
    const ratios = rounds.map((round) => round.planMs / round[name]);
    return { ms: median(rounds.map((round) => round[name])), ratio: median(ratios), ratios };
  };
  return {
    stored: STORED,
    items: ITEMS,
    planMs: median(rounds.map(({ planMs }) => planMs)),
    validating: baseline('validatingMs'),
    checking: baseline('checkingMs'),
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
