import { auditWriters, newestAuditEntry } from '#db/queries/audit-horizon.ts';
import type { Services } from '#server/services.ts';

/**
 * Up to which entry nothing can come in between any more. Entries are numbered when they are written and appear when their
 * transaction commits, so that an early number can appear late. Whoever could still bring one holds a lock by then: so this looks
 * at the newest number first, then at who writes, and waits, without holding up anybody, until those have ended. Asked again and
 * again by one process.
 */
export function watchHorizon({ pool }: Pick<Services, 'pool'>): () => Promise<number> {
  let horizon = 0;
  let next: { upTo: number; writers: readonly string[] } | null = null;
  return async () => {
    if (next === null) {
      const upTo = await newestAuditEntry(pool);
      next = { upTo, writers: await auditWriters(pool) };
    } else if (next.writers.length > 0) {
      const still = new Set(await auditWriters(pool));
      next.writers = next.writers.filter((writer) => still.has(writer));
    }
    if (next.writers.length === 0) {
      horizon = next.upTo;
      next = null;
    }
    return horizon;
  };
}
