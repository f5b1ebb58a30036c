import type { Sql } from '#db/client.ts';

export type SealRow = {
  blocks: number;
  entries: number;
  unsealed: number;
  oldestUnsealedSeconds: number | null;
  problem: string | null;
};

/** How far sealing is. Cheap enough to be asked every few seconds: what is sealed is counted by block. */
export async function readSealRow(sql: Sql): Promise<SealRow> {
  const { rows } = await sql.query<SealRow>(
    `WITH head AS (SELECT coalesce(max(last_id), 0) AS id FROM audit_blocks),
       first AS (SELECT a.at FROM audit_entries a, head WHERE a.id > head.id ORDER BY a.id LIMIT 1)
     SELECT b.blocks, b.entries,
       (SELECT count(*)::int FROM audit_entries a, head WHERE a.id > head.id) AS unsealed,
       (SELECT greatest(0, extract(epoch FROM clock_timestamp() - at))::float8 FROM first) AS "oldestUnsealedSeconds",
       (SELECT problem FROM audit_sealing) AS problem
     FROM (SELECT count(*)::int AS blocks, coalesce(sum(entries), 0)::int AS entries FROM audit_blocks) b`,
  );
  return rows[0] as SealRow;
}

/** When the trail was last verified to its end, and whether it was intact; null: never. */
export async function readLastVerified(sql: Sql): Promise<{ at: Date; intact: boolean } | null> {
  const { rows } = await sql.query<{ at: Date; intact: boolean }>(
    `SELECT finished_at AS at, status = 'intact' AS intact FROM audit_verifications WHERE status IN ('intact', 'broken')
     ORDER BY created_at DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}
