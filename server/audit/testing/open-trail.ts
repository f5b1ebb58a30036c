import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openPool } from '#db/client.ts';
import { newestAuditEntry } from '#db/queries/audit-horizon.ts';
import { insertVerification, readVerification, type VerificationRow } from '#db/queries/audit-verifications.ts';
import { insertAuditEntries, type NewAuditEntry } from '#db/queries/insert-audit-entries.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { withDatabase } from '#db/testing/with-database.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { sealBlock } from '#server/audit/sealing/seal-block.ts';
import { verifyTrail } from '#server/audit/verifying/verify-trail.ts';
import { loadConfig } from '#server/config.ts';

const SOMEBODY = { id: '00000000-0000-7000-8000-000000000001', name: 'Iemand', role: 'lead', organisationId: null };

/** An audit trail of its own, sealed and verified by the test when it wants. */
export async function openTrail(env: Record<string, string> = {}) {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'lexport-trail-'));
  const config = loadConfig({ DATABASE_URL: database.url, AUTH_SECRET: 'x'.repeat(32), DATA_DIR: dataDir, ...env });
  const pool = openPool(database.url, { connections: 10 });
  const services = { pool, config };
  const name = new URL(database.url).pathname.slice(1);
  const superuser = new pg.Pool({ connectionString: withDatabase(inject('postgres').adminUrl, name), max: 1 });
  superuser.on('error', () => undefined);

  return {
    services,
    dataDir,
    url: database.url,
    write: (entries: NewAuditEntry[]) => insertAuditEntries(pool, SOMEBODY, entries),
    /** `count` entries, told apart by their reason. */
    async writeMany(count: number, name = 'nummer') {
      const entries = Array.from({ length: count }, (_, index) => ({
        action: 'definition.updated',
        reason: `${name} ${index}`,
      }));
      await insertAuditEntries(pool, SOMEBODY, entries);
    },
    /** Seals everything there is, as one block when it fits. */
    async seal() {
      const upTo = await newestAuditEntry(pool);
      for (;;) {
        const outcome = await sealBlock(services, { upTo, waitSeconds: 0 });
        if (typeof outcome === 'string') return outcome;
      }
    },
    /** What a verification finds. */
    async verify(period: { fromAt?: string; untilAt?: string } = {}): Promise<VerificationRow> {
      const id = uuidV7();
      const asked = {
        id,
        requestedBy: SOMEBODY.id,
        requestedName: SOMEBODY.name,
        fromAt: null,
        untilAt: null,
        ...period,
      };
      if (!(await insertVerification(pool, asked))) throw new Error('Another verification is open');
      await verifyTrail(services, () => false);
      return (await readVerification(pool, id)) as VerificationRow;
    },
    /** Does what the product's own guards would refuse, as whoever owns the machine could. */
    async behindItsBack(statement: string, values: unknown[] = []) {
      const client = await superuser.connect();
      try {
        await client.query('SET session_replication_role = replica');
        return await client.query(statement, values);
      } finally {
        client.release(true);
      }
    },
    async close() {
      await pool.end();
      await superuser.end();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type Trail = Awaited<ReturnType<typeof openTrail>>;
