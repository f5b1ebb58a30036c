import type pg from 'pg';
import { assess } from '#db/assess.ts';
import { inTransaction, openPool } from '#db/client.ts';
import { ensureOrganisation } from '#db/queries/ensure-organisation.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertDefinitions } from '#db/queries/insert-definitions.ts';
import { linkRelationsByTerm } from '#db/queries/link-relations-by-term.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import { writeRelations } from '#db/queries/write-relations.ts';
import { toRowImage } from '#db/row-image.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { DEMO_ORGANISATIONS, ensureDemoUsers, writeDemoUsers } from './demo-users.ts';
import { allSampleDefinitions } from './sample-definitions/all-sample-definitions.ts';

const SEEDED = 'demo.seeded';
const REASON = 'Voorbeelddefinitie';

/**
 * Makes the demo of a migrated database: organisations, one person per role (`demo-users.json` in `dataDir`) and the sample
 * definitions. Safe to call at every start: samples are added once, and stay as people left them.
 */
export async function seedDemo({ databaseUrl, dataDir }: { databaseUrl: string; dataDir: string }): Promise<void> {
  const pool = openPool(databaseUrl, { connections: 1, name: 'lexport-seed' });
  try {
    const users = await inTransaction(pool, async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock(hashtext($1))', [SEEDED]);
      const ids = new Map<string, string>();
      for (const name of DEMO_ORGANISATIONS) ids.set(name, await ensureOrganisation(sql, name));
      const organisationId = ids.get(DEMO_ORGANISATIONS[0]) as string;
      const people = await ensureDemoUsers(sql, ids, dataDir);
      if (!(await wasSeeded(sql))) await seedDefinitions(sql, organisationId);
      return people;
    });
    await writeDemoUsers(dataDir, users);
  } finally {
    await pool.end();
  }
}

async function wasSeeded(sql: pg.PoolClient): Promise<boolean> {
  const { rowCount } = await sql.query('SELECT 1 FROM audit_entries WHERE action = $1 LIMIT 1', [SEEDED]);
  return rowCount === 1;
}

async function seedDefinitions(sql: pg.PoolClient, organisationId: string): Promise<void> {
  const settings = await readRuleSettings(sql, organisationId);
  const rows = allSampleDefinitions.map((content) => ({
    id: uuidV7(),
    image: toRowImage(content, assess(content, settings)),
  }));
  const added = await insertDefinitions(sql, { organisationId, userId: null, reason: REASON, rows });
  // What is public the whole chain may read; the rest is for its own organisation.
  await sql.query(
    `UPDATE definitions SET visibility = 'chain' WHERE organisation_id = $1 AND classification = 'openbaar'`,
    [organisationId],
  );
  await writeRelations(
    sql,
    added.map(({ id }) => id),
  );
  await linkRelationsByTerm(sql, organisationId);
  const system = { id: null, name: 'Lexport', role: null, organisationId };
  await insertAuditEntries(sql, system, [
    { action: SEEDED, details: { definitions: added.length } },
    ...added.map(({ id, contentHash }) => ({
      action: 'definition.created',
      subjectType: 'definition',
      subjectId: id,
      newHash: contentHash,
      reason: REASON,
    })),
  ]);
}
