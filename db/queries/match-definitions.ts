import type { Sql } from '#db/client.ts';
import type { Match } from '#domain/plan.ts';

export type Matches = {
  byId: Map<string, Match>;
  byIdentity: Map<string, Match>;
  /** Ids that exist but are another organisation's, or deleted: not to be matched, shown or used for a new definition. */
  taken: Set<string>;
};

type Row = Match & { identityKey: string; own: boolean };

/** Finds what is already there for a set of ids and identity keys, within one organisation. */
export async function matchDefinitions(
  sql: Sql,
  organisationId: string,
  ids: readonly string[],
  identityKeys: readonly string[],
): Promise<Matches> {
  const columns = `d.id AS "definitionId", d.version, d.content_hash AS "contentHash", d.status, d.holds > 0 AS held,
    d.identity_key AS "identityKey"`;
  const { rows } = await sql.query<Row>(
    `SELECT ${columns}, d.organisation_id = $1 AND d.deleted_at IS NULL AS own FROM definitions d WHERE d.id = ANY ($2::uuid[])
     UNION
     SELECT ${columns}, true FROM definitions d
     WHERE d.organisation_id = $1 AND d.identity_key = ANY ($3::text[]) AND d.status <> 'archived'
       AND d.deleted_at IS NULL`,
    [organisationId, ids, identityKeys],
  );
  const matches: Matches = {
    byId: new Map(),
    byIdentity: new Map(),
    taken: new Set(),
  };
  for (const { identityKey, own, ...match } of rows) {
    if (!own) {
      matches.taken.add(match.definitionId);
      continue;
    }
    matches.byId.set(match.definitionId, match);
    if (match.status !== 'archived') matches.byIdentity.set(identityKey, match);
  }
  return matches;
}
