import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { newestAuditEntry } from '#db/queries/audit-horizon.ts';
import { insertVerification, readVerification } from '#db/queries/audit-verifications.ts';
import { generateFiles } from '#db/seed/generate-files.ts';
import { createRandom } from '#db/seed/random.ts';
import { writeZipFile } from '#db/seed/write-zip-file.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { listAuditEntries } from '#server/audit/list-audit-entries.ts';
import { sealBlock } from '#server/audit/sealing/seal-block.ts';
import { verifyTrail } from '#server/audit/verifying/verify-trail.ts';
import type { Services } from '#server/services.ts';
import { fillTrail, type Trail } from './fill-trail.ts';
import { openProduct } from './product.ts';
import { median, percentile } from './statistics.ts';
import type { Workbench } from './workbench.ts';

const ENTRIES = 1_000_000;
const QUERIES = 40;
const IMPORTED = 10_000;
const ROUNDS = 5;

export type SearchResult = { kind: string; p50Ms: number; p95Ms: number };

export type AuditResult = {
  entries: number;
  sealedPerSecond: number;
  verifiedPerSecond: number;
  searches: SearchResult[];
  /** An import with sealing and its indexes, against one without sealing, and one with neither, round by round. */
  imported: { items: number; ms: number; againstUnsealed: number; againstBefore: number; rounds: number };
};

type Ground = { services: Services; actor: Actor; trail: Trail; signal: AbortSignal };

/** A trail of a million entries: how fast it is sealed, verified and searched; and what all that costs an import. */
export async function measureAudit(workbench: Workbench, signal: AbortSignal): Promise<AuditResult> {
  const imported = await measureImports(workbench, signal);
  await using stack = new AsyncDisposableStack();
  const { services } = await openProduct(stack, workbench, 'bench_audit', signal, { env: { AUDIT_SEALING: 'off' } });
  console.log(`Making ${ENTRIES} entries ...`);
  const trail = await fillTrail(services.pool, ENTRIES, signal);
  await workbench.settle();
  const ground: Ground = { services, actor: { ...workbench.lead, role: 'auditor' }, trail, signal };
  console.log('Sealing them ...');
  const sealedPerSecond = await measureSealing(ground);
  await tidy(services.pool);
  console.log('Searching them ...');
  const searches: SearchResult[] = [];
  for (const [kind, ask] of Object.entries(SEARCHES)) searches.push({ kind, ...(await measureSearch(ground, ask)) });
  console.log('Verifying them ...');
  const verifiedPerSecond = await measureVerifying(ground);
  return { entries: ENTRIES, sealedPerSecond, verifiedPerSecond, searches, imported };
}

async function tidy(pool: pg.Pool): Promise<void> {
  const sql = await pool.connect();
  try {
    await sql.query('SET statement_timeout = 0');
    await sql.query('VACUUM (ANALYZE) audit_entries, audit_blocks, audit_texts');
  } finally {
    sql.release(true);
  }
}

async function measureSealing({ services, signal }: Ground): Promise<number> {
  const upTo = await newestAuditEntry(services.pool);
  const begun = performance.now();
  let sealed = 0;
  for (;;) {
    signal.throwIfAborted();
    const outcome = await sealBlock(services, { upTo, waitSeconds: 0 });
    if (typeof outcome === 'string') break;
    sealed += outcome.sealed;
  }
  return (sealed / (performance.now() - begun)) * 1000;
}

async function measureVerifying({ services, actor }: Ground): Promise<number> {
  const asked = { id: uuidV7(), requestedBy: actor.id, requestedName: actor.name, fromAt: null, untilAt: null };
  await insertVerification(services.pool, asked);
  const begun = performance.now();
  // The processor that is there may be quicker to take it; whoever it is, the row tells when it is done.
  await verifyTrail(services, () => false);
  for (;;) {
    const row = await readVerification(services.pool, asked.id);
    if (row?.finishedAt) {
      if (row.status !== 'intact') throw new Error(`The trail is ${row.status}: ${JSON.stringify(row.differences[0])}`);
      return (row.entries / (performance.now() - begun)) * 1000;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

type Question = Omit<Parameters<typeof listAuditEntries>[2], 'limit'>;
type Ask = (trail: Trail, pick: <T>(from: readonly T[]) => T) => Question;

/** What auditors look for; the frequent and the rare, the new and the old. */
const SEARCHES: Record<string, Ask> = {
  'newest page': () => ({}),
  'person by id': (trail, pick) => ({ person: pick(trail.people).id }),
  'person by name': (trail, pick) => ({ person: pick(trail.people).name.slice(0, 12) }),
  thing: (trail, pick) => ({ subject: pick(trail.subjects) }),
  'action, frequent': () => ({ action: 'definition.updated' }),
  'action, rare': () => ({ action: 'session.locked' }),
  'kind of action': (_, pick) => ({ action: pick(['definition', 'session', 'job']) }),
  job: (trail, pick) => ({ subject: pick(trail.jobs) }),
  batch: (trail, pick) => ({ batch: pick(trail.batches) }),
  day: (trail, pick) => dayOf(pick(trail.moments)),
  'until long ago': (trail) => ({ until: trail.moments[20] as string }),
  'text, rare': (trail, pick) => ({ text: pick(trail.words) }),
  'text, frequent': () => ({ text: 'volgens afspraak' }),
  'text, old only': () => ({ text: 'eerste vulling' }),
  'text without a match': (_, pick) => ({ text: `nooit ${pick([1, 2, 3, 4])} gezegd` }),
  'person and action': (trail, pick) => ({ person: pick(trail.people).id, action: 'job' }),
  'person, action and day': (trail, pick) => ({
    person: pick(trail.people).id,
    action: 'definition',
    ...dayOf(pick(trail.moments)),
  }),
  'text and person': (trail, pick) => ({ person: pick(trail.people).id, text: 'volgens afspraak' }),
};

function dayOf(moment: string): { from: string; until: string } {
  const day = moment.slice(0, 10);
  return { from: `${day}T00:00:00.000Z`, until: `${day}T23:59:59.999Z` };
}

async function measureSearch({ services, actor, trail, signal }: Ground, ask: Ask) {
  const random = createRandom(7);
  const times: number[] = [];
  for (let query = 0; query < QUERIES; query++) {
    signal.throwIfAborted();
    const question = { ...ask(trail, random.pick), limit: 50 };
    const begun = performance.now();
    await listAuditEntries(services, actor, question);
    times.push(performance.now() - begun);
  }
  return { p50Ms: percentile(times, 50), p95Ms: percentile(times, 95) };
}

/** The indexes as they were before there was anything to search by. */
const AS_BEFORE = [
  'DROP INDEX audit_by_action',
  'DROP INDEX audit_by_job',
  'CREATE INDEX audit_by_time ON audit_entries (at, id)',
];

async function measureImports(workbench: Workbench, signal: AbortSignal): Promise<AuditResult['imported']> {
  const archive = join(workbench.folder, 'audit.zip');
  await writeZipFile(archive, generateFiles({ count: IMPORTED }));
  const rounds: { all: number; unsealed: number; before: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    console.log(`Importing ${IMPORTED}, round ${round + 1} of ${ROUNDS} ...`);
    const time = (sealing: 'on' | 'off', changes: readonly string[] = []) =>
      importMs(workbench, signal, { archive, sealing, changes });
    // In another order each time: what else the machine does, and what it remembers, meets all of them alike.
    const all = round % 2 === 0 ? await time('on') : 0;
    const unsealed = await time('off');
    const before = await time('off', AS_BEFORE);
    rounds.push({ all: all || (await time('on')), unsealed, before });
  }
  return {
    items: IMPORTED,
    ms: median(rounds.map(({ all }) => all)),
    againstUnsealed: median(rounds.map(({ all, unsealed }) => all / unsealed)),
    againstBefore: median(rounds.map(({ all, before }) => all / before)),
    rounds: ROUNDS,
  };
}

type ImportOrder = { archive: string; sealing: 'on' | 'off'; changes: readonly string[] };

async function importMs(workbench: Workbench, signal: AbortSignal, { archive, sealing, changes }: ImportOrder) {
  signal.throwIfAborted();
  await using stack = new AsyncDisposableStack();
  const product = await openProduct(stack, workbench, 'bench_audited', signal, { env: { AUDIT_SEALING: sealing } });
  for (const change of changes) await product.services.pool.query(change);
  const uploadId = await product.upload(workbench.lead, archive);
  await workbench.settle();
  const started = await product.start(workbench.lead, { operation: 'import', uploadId, options: { confirm: false } });
  const job = await product.until(started.jobId, 'completed');
  return (job.finishedAt?.getTime() ?? 0) - started.askedAt;
}
