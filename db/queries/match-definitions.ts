import type { Sql } from '#db/client.ts';
import { type Own, rankOf } from '#domain/clearance.ts';
import type { Match } from '#domain/plan.ts';
import { ownSql } from './visible-definitions.ts';

export type Matches = {
  byId: Map<string, Match>;
  byIdentity: Map<string, Match>;
  /** Ids that exist but are another organisation's, too highly classified, or deleted: not to be matched, shown or used for a new definition. */
  taken: Set<string>;
};

type Row = Match & { own: boolean };

/** Finds what is already there for a set of ids and identity keys, of what an organisation has and a clearance suffices for. */
export async function matchDefinitions(
  sql: Sql,
  own: Own,
  ids: readonly string[],
  identityKeys: readonly string[],
): Promise<Matches> {
  const columns = `d.id AS "definitionId", d.version, d.content_hash AS "contentHash", d.status, d.holds > 0 AS held,
    d.identity_key AS "identityKey", d.classification`;
  const { rows } = await sql.query<Row>(
    `SELECT ${columns}, ${ownSql('$1', '$4')} AND d.deleted_at IS NULL AS own FROM definitions d WHERE d.id = ANY ($2::uuid[])
     UNION
     SELECT ${columns}, true FROM definitions d
     WHERE ${ownSql('$1', '$4')} AND d.identity_key = ANY ($3::text[]) AND d.status <> 'archived'
       AND d.deleted_at IS NULL`,
    [own.organisationId, ids, identityKeys, own.clearance],
  );
  const matches: Matches = {
    byId: new Map(),
    byIdentity: new Map(),
    taken: new Set(),
  };
  for (const { own: isOwn, ...match } of rows) {
    if (!isOwn) {
      matches.taken.add(match.definitionId);
      continue;
    }
    matches.byId.set(match.definitionId, match);
    if (match.status === 'archived') continue;
    // One name can be taken once per classification; what comes in goes with the highest, so that nothing flows down.
    const other = matches.byIdentity.get(match.identityKey);
    if (!other || rankOf(other.classification) < rankOf(match.classification))
      matches.byIdentity.set(match.identityKey, match);
  }
  return matches;
}
