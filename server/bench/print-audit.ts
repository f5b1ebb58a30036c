import { loadavg } from 'node:os';
import type { AuditResult } from './measure-audit.ts';
import { aligned, machine, ms, rounded } from './print-results.ts';

/** A search may take so many milliseconds at the 95th percentile. */
const MOST_MS = 200;
/** What sealing and being searchable may cost an import. */
const MOST_TIMES = 1.05;

/** The figures for people, then as one line of JSON. */
export function printAudit(audit: AuditResult): void {
  const load = loadavg()[0] ?? 0;
  const { entries, sealedPerSecond, verifiedPerSecond, searches, imported } = audit;
  console.log(`\n${entries} audit entries`);
  console.log(`  sealed    ${Math.round(sealedPerSecond)} a second`);
  console.log(`  verified  ${Math.round(verifiedPerSecond)} a second\n`);
  console.log(
    aligned([['search', 'p50', 'p95'], ...searches.map(({ kind, p50Ms, p95Ms }) => [kind, ms(p50Ms), ms(p95Ms)])]),
  );
  const slowest = Math.max(...searches.map(({ p95Ms }) => p95Ms));
  console.log(`\n${slowest < MOST_MS ? 'reached' : 'MISSED '}  slowest p95 ${ms(slowest)} (under ${MOST_MS} ms)`);
  const { againstUnsealed, againstBefore, items } = imported;
  const isCheap = againstBefore <= MOST_TIMES && againstUnsealed <= MOST_TIMES;
  console.log(
    `${isCheap ? 'reached' : 'MISSED '}  an import of ${items}: ${ms(imported.ms)}, ${againstUnsealed.toFixed(3)} x of one that is not sealed, ` +
      `${againstBefore.toFixed(3)} x of one without the new indexes too (at most ${MOST_TIMES} x)`,
  );
  console.log(`\nLoad of the machine meanwhile: ${load.toFixed(1)}\n`);
  console.log(JSON.stringify({ bench: 'lexport', machine: machine(), load, audit }, rounded));
}
