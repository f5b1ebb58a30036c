import type { Sql } from '#db/client.ts';
import type { HitDecision, RedactionKind } from '#domain/redaction/kinds.ts';

/** Where something was found: in which version and text of an item's definition, from where up to where. */
export type HitRow = {
  position: number;
  ordinal: number;
  version: number;
  path: string;
  startsAt: number;
  stopsAt: number;
  kind: RedactionKind;
  number: number;
  decision: HitDecision;
};

/** Puts what was found in these items in the place of what was found there before. */
export async function replaceHits(
  sql: Sql,
  jobId: string,
  positions: readonly number[],
  hits: readonly Omit<HitRow, 'decision'>[],
): Promise<void> {
  await removeHits(sql, jobId, positions);
  await sql.query(
    `INSERT INTO redaction_hits (job_id, position, ordinal, version, path, starts_at, stops_at, kind, number)
     SELECT $1, position, ordinal, version, path, "startsAt", "stopsAt", kind, number
     FROM jsonb_to_recordset($2::jsonb) AS h(position int, ordinal int, version int, path text, "startsAt" int, "stopsAt" int,
       kind redaction_kind, number int)`,
    [jobId, JSON.stringify(hits)],
  );
}

/** What was found in some items, in order. */
export async function readHits(sql: Sql, jobId: string, positions: readonly number[]): Promise<HitRow[]> {
  const { rows } = await sql.query<HitRow>(
    `SELECT position, ordinal, version, path, starts_at AS "startsAt", stops_at AS "stopsAt", kind, number, decision
     FROM redaction_hits WHERE job_id = $1 AND position = ANY ($2::int[]) ORDER BY position, ordinal`,
    [jobId, positions],
  );
  return rows;
}

/** Forgets where something was: a path can hold the name of a property, and what was there is there no more. */
export async function removeHits(sql: Sql, jobId: string, positions: readonly number[]): Promise<void> {
  await sql.query('DELETE FROM redaction_hits WHERE job_id = $1 AND position = ANY ($2::int[])', [jobId, positions]);
}

export type KindCount = { kind: RedactionKind; found: number; redact: number; definitions: number };

export async function countHitsByKind(sql: Sql, jobId: string): Promise<KindCount[]> {
  const { rows } = await sql.query<KindCount>(
    `SELECT kind, count(*)::int AS found, count(*) FILTER (WHERE decision = 'redact')::int AS redact,
       count(DISTINCT position)::int AS definitions
     FROM redaction_hits WHERE job_id = $1 GROUP BY kind ORDER BY kind`,
    [jobId],
  );
  return rows;
}

/** How many of a job there are of each of these values: the kind and the number of its placeholder. */
export async function countValues(
  sql: Sql,
  jobId: string,
  values: readonly { kind: RedactionKind; number: number }[],
): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ key: string; count: number }>(
    `SELECT h.kind || ' ' || h.number AS key, count(*)::int AS count FROM redaction_hits h
     WHERE h.job_id = $1 AND (h.kind, h.number) IN (SELECT * FROM unnest($2::redaction_kind[], $3::int[]))
     GROUP BY h.kind, h.number`,
    [jobId, values.map(({ kind }) => kind), values.map(({ number }) => number)],
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}

/** Which hits: some, all of one value, or all of a kind. */
export type Chosen =
  | { hits: readonly { position: number; ordinal: number }[] }
  | { value: { kind: RedactionKind; number: number } }
  | { kind: RedactionKind };

/** Decides over hits; returns how many have become something else. */
export async function decideHits(sql: Sql, jobId: string, chosen: Chosen, decision: HitDecision): Promise<number> {
  const params: unknown[] = [jobId, decision];
  const { rowCount } = await sql.query(
    `UPDATE redaction_hits SET decision = $2 WHERE job_id = $1 AND decision <> $2 AND ${whichHits(chosen, params)}`,
    params,
  );
  return rowCount ?? 0;
}

function whichHits(chosen: Chosen, params: unknown[]): string {
  if ('hits' in chosen) {
    params.push(
      chosen.hits.map(({ position }) => position),
      chosen.hits.map(({ ordinal }) => ordinal),
    );
    return '(position, ordinal) IN (SELECT * FROM unnest($3::int[], $4::int[]))';
  }
  if ('kind' in chosen) {
    params.push(chosen.kind);
    return 'kind = $3';
  }
  params.push(chosen.value.kind, chosen.value.number);
  return 'kind = $3 AND number = $4';
}

/** Stands for a plan of this kind: which definitions at which version, what was found in them, and what becomes of it. */
export async function digestOfHits(sql: Sql, jobId: string): Promise<string> {
  const { rows } = await sql.query<{ digest: string }>(
    `SELECT encode(sha256(convert_to(concat_ws(E'\\n',
       (SELECT string_agg(concat_ws(' ', position, definition_id, base_version, decision), E'\\n' ORDER BY position)
        FROM job_items WHERE job_id = $1),
       (SELECT s.version FROM redaction_settings s JOIN jobs j ON j.organisation_id = s.organisation_id WHERE j.id = $1),
       (SELECT string_agg(concat_ws(' ', position, ordinal, version, path, starts_at, stops_at, kind, number, decision), E'\\n'
          ORDER BY position, ordinal) FROM redaction_hits WHERE job_id = $1)), 'UTF8')), 'hex') AS digest`,
    [jobId],
  );
  return rows[0]?.digest ?? '';
}

export type ItemWithHits = {
  position: number;
  definitionId: string;
  term: string;
  version: number;
  /** Its versions that have hits, each as it is now. */
  versions: { version: number; snapshot: Record<string, unknown> }[];
};

/** Items with hits behind a position, with the texts those are in. */
export async function listItemsWithHits(
  sql: Sql,
  jobId: string,
  filter: { kind?: RedactionKind | undefined; decision?: HitDecision | undefined },
  page: { after: number; limit: number },
): Promise<{ items: ItemWithHits[]; total: number }> {
  const matches = `h.job_id = $1 AND ($2::redaction_kind IS NULL OR h.kind = $2)
    AND ($3::hit_decision IS NULL OR h.decision = $3)`;
  const params = [jobId, filter.kind ?? null, filter.decision ?? null];
  const { rows: items } = await sql.query<ItemWithHits>(
    `WITH chosen AS (SELECT DISTINCT h.position FROM redaction_hits h WHERE ${matches} AND h.position > $4
       ORDER BY 1 LIMIT $5)
     SELECT i.position, i.definition_id AS "definitionId", i.term, i.base_version AS version,
       (SELECT jsonb_agg(jsonb_build_object('version', v.version, 'snapshot', v.snapshot) ORDER BY v.version DESC)
        FROM definition_versions v WHERE v.definition_id = i.definition_id AND v.version IN (
          SELECT h.version FROM redaction_hits h WHERE h.job_id = $1 AND h.position = i.position)) AS versions
     FROM chosen JOIN job_items i ON i.job_id = $1 AND i.position = chosen.position ORDER BY i.position`,
    [...params, page.after, page.limit],
  );
  const { rows } = await sql.query<{ total: number }>(
    `SELECT count(DISTINCT h.position)::int AS total FROM redaction_hits h WHERE ${matches}`,
    params,
  );
  return { items: items.map((item) => ({ ...item, versions: item.versions ?? [] })), total: rows[0]?.total ?? 0 };
}
