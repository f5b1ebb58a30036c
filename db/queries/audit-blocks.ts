import type { Sql } from '#db/client.ts';
import type { EntryText } from '#domain/audit-entry-text.ts';
import { AUDIT_ENTRY_TEXT, AUDIT_SEARCH_TEXT, utc } from './audit-entry-text.ts';

/** Any number that no other program locks on: one processor seals at a time. */
const SEALING_LOCK = 5_398_707;

export type AuditKeyRow = {
  number: number;
  id: string;
  publicKey: Buffer;
  createdAt: string;
  headNumber: number;
  headHash: Buffer;
  endorsement: Buffer | null;
};

export type AuditBlockRow = {
  number: number;
  afterId: number;
  lastId: number;
  entries: number;
  firstAt: string;
  lastAt: string;
  sealedAt: string;
  seed: Buffer;
  root: Buffer;
  previous: Buffer;
  hash: Buffer;
  keyId: string;
  signature: Buffer;
  ids: number[];
  leaves: Buffer;
};

export type EntryToSeal = EntryText & { searchText: string; ageSeconds: number };

export const AUDIT_BLOCK = `b.number, b.after_id AS "afterId", b.last_id AS "lastId", b.entries, ${utc('b.first_at')} AS "firstAt",
  ${utc('b.last_at')} AS "lastAt", ${utc('b.sealed_at')} AS "sealedAt", b.seed, b.root, b.previous, b.hash,
  b.key_id AS "keyId", b.signature, b.ids, b.leaves`;

/** Whether this transaction may seal; another one that does so would wait for nothing. */
export async function lockSealing(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [SEALING_LOCK]);
  return rows[0]?.mine ?? false;
}

/** Waits until nobody else seals, for the one time that there is no key yet. */
export async function waitForSealing(sql: Sql): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [SEALING_LOCK]);
}

/** The public keys, in the order they came. */
export async function listAuditKeys(sql: Sql): Promise<AuditKeyRow[]> {
  const { rows } = await sql.query<AuditKeyRow>(
    `SELECT number, id, public_key AS "publicKey", ${utc('created_at')} AS "createdAt", head_number AS "headNumber",
       head_hash AS "headHash", endorsement FROM audit_keys ORDER BY number`,
  );
  return rows;
}

export async function insertAuditKey(sql: Sql, key: Omit<AuditKeyRow, 'createdAt'>): Promise<void> {
  await sql.query(
    `INSERT INTO audit_keys (number, id, public_key, created_at, head_number, head_hash, endorsement)
     VALUES ($1, $2, $3, clock_timestamp(), $4, $5, $6)`,
    [key.number, key.id, key.publicKey, key.headNumber, key.headHash, key.endorsement],
  );
}

/** Where the trail ends; null before the first block. */
export async function readAuditHead(
  sql: Sql,
): Promise<Pick<AuditBlockRow, 'number' | 'lastId' | 'hash' | 'sealedAt'> | null> {
  const { rows } = await sql.query(
    `SELECT number, last_id AS "lastId", hash, ${utc('sealed_at')} AS "sealedAt" FROM audit_blocks ORDER BY number DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}

/** Blocks from this number on, in order, at most `limit`. */
export async function listAuditBlocks(sql: Sql, from: number, limit: number): Promise<AuditBlockRow[]> {
  const { rows } = await sql.query<AuditBlockRow>(
    `SELECT ${AUDIT_BLOCK} FROM audit_blocks b WHERE b.number >= $1 ORDER BY b.number LIMIT $2`,
    [from, limit],
  );
  return rows.map(withNumbers);
}

/** The driver leaves the numbers of an array as text. */
export function withNumbers<Row extends { ids: readonly (number | string)[] }>(row: Row): Row & { ids: number[] } {
  return { ...row, ids: row.ids.map(Number) };
}

/** Entries behind `afterId` and up to `upTo`, in their order. */
export async function listEntriesToSeal(
  sql: Sql,
  { afterId, upTo, limit }: { afterId: number; upTo: number; limit: number },
): Promise<EntryToSeal[]> {
  const { rows } = await sql.query<EntryToSeal>({
    name: 'entries-to-seal',
    text: `SELECT ${AUDIT_ENTRY_TEXT}, ${AUDIT_SEARCH_TEXT} AS "searchText",
       extract(epoch FROM clock_timestamp() - a.at)::float8 AS "ageSeconds"
     FROM audit_entries a WHERE a.id > $1 AND a.id <= $2 ORDER BY a.id LIMIT $3`,
    values: [afterId, upTo, limit],
  });
  return rows;
}

/** The moment by the clock of the database, as it is hashed. */
export async function readClock(sql: Sql): Promise<string> {
  const { rows } = await sql.query<{ now: string }>(`SELECT ${utc('clock_timestamp()')} AS now`);
  return rows[0]?.now as string;
}

export async function insertAuditBlock(sql: Sql, block: AuditBlockRow): Promise<void> {
  await sql.query(
    `INSERT INTO audit_blocks (number, after_id, last_id, entries, first_at, last_at, sealed_at, seed, root, previous, hash,
       key_id, signature, ids, leaves) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[block.number, block.afterId, block.lastId, block.entries, block.firstAt, block.lastAt, block.sealedAt],
      ...[block.seed, block.root, block.previous, block.hash, block.keyId, block.signature, block.ids, block.leaves],
    ],
  );
}

type SearchIndex = {
  block: number;
  texts: ReadonlyMap<string, number[]>;
  people: ReadonlyMap<string, { actorId: string; name: string }>;
  actions: ReadonlySet<string>;
};

/** What makes the entries of a block findable without costing anybody who writes. */
export async function insertAuditIndex(sql: Sql, { block, texts, people, actions }: SearchIndex): Promise<void> {
  if (texts.size > 0) {
    const rows = [...texts].map(([text, ids]) => ({ text, ids }));
    await sql.query(
      `INSERT INTO audit_texts (block, text, ids) SELECT $1, t.text, t.ids
       FROM jsonb_to_recordset($2::jsonb) AS t(text text, ids bigint[])`,
      [block, JSON.stringify(rows)],
    );
  }
  const named = [...people.values()];
  await sql.query(
    `INSERT INTO audit_people (actor_id, name) SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT DO NOTHING`,
    [named.map(({ actorId }) => actorId), named.map(({ name }) => name)],
  );
  await sql.query('INSERT INTO audit_actions (action) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [
    [...actions],
  ]);
}

/** Says why nothing is sealed; null: all is well. Written only when it changes. */
export async function tellSealing(sql: Sql, problem: string | null): Promise<void> {
  await sql.query(
    `INSERT INTO audit_sealing (problem, since) VALUES ($1, clock_timestamp())
     ON CONFLICT (single) DO UPDATE SET problem = excluded.problem, since = excluded.since
     WHERE audit_sealing.problem IS DISTINCT FROM excluded.problem`,
    [problem],
  );
}

/** The block with this number. */
export async function readAuditBlock(sql: Sql, number: number): Promise<AuditBlockRow | null> {
  const [block] = await listAuditBlocks(sql, number, 1);
  return block?.number === number ? block : null;
}

/** The numbers of the first and last block a period touches; null when it touches none. */
export async function blocksOfPeriod(
  sql: Sql,
  { from, until }: { from: Date | null; until: Date | null },
): Promise<{ first: number; last: number } | null> {
  const { rows } = await sql.query<{ first: number | null; last: number | null }>(
    `SELECT min(number) AS first, max(number) AS last FROM audit_blocks
     WHERE ($1::timestamptz IS NULL OR last_at >= $1) AND ($2::timestamptz IS NULL OR first_at <= $2)`,
    [from, until],
  );
  const { first, last } = rows[0] ?? {};
  return first === null || first === undefined || last === null || last === undefined ? null : { first, last };
}
