import type { Sql } from '#db/client.ts';
import type { Own } from '#domain/clearance.ts';
import type { Category, Classification, DefinitionStatus, Verdict } from '#domain/definition.ts';
import { readableSql } from './visible-definitions.ts';

/** How many definitions a term that is not found can resemble. */
const SUGGESTIONS = 3;

export type LookedUp = {
  /** The name it was found by, as it was asked for. */
  name: string;
  /** 0 to 1 where it only resembles the name; null where it is the term itself or another name of it. */
  similarity: number | null;
  id: string;
  term: string;
  definition: string;
  category: Category;
  status: DefinitionStatus;
  preferredTerm: string | null;
  synonyms: string[];
  organisationalContext: string[];
  legalContext: string[];
  legalBasis: string[];
  verdict: Verdict;
  qualityScore: number;
  version: number;
  classification: Classification;
  /** The organisation it belongs to, when that is another one. */
  sharedBy: string | null;
};

const COLUMNS = `d.id, d.term, d.definition, d.category, d.status, d.preferred_term AS "preferredTerm", d.synonyms,
  d.organisational_context AS "organisationalContext", d.legal_context AS "legalContext", d.legal_basis AS "legalBasis",
  d.verdict, d.quality_score AS "qualityScore", d.version, d.classification,
  (SELECT name FROM organisations WHERE id = d.organisation_id AND id <> $1) AS "sharedBy"`;
/** Of the organisation $1 or shared with it, for the clearance $2. */
const READABLE = `${readableSql('$1', '$2')} AND d.deleted_at IS NULL AND d.status <> 'archived'`;

/**
 * The definitions an organisation has or may read that have one of these names (in lower case) as their term or, with `otherNames`, as
 * preferred term or synonym. Neither deleted nor archived ones.
 */
export async function lookUpTerms(
  sql: Sql,
  own: Own,
  names: readonly string[],
  { otherNames }: { otherNames: boolean },
): Promise<LookedUp[]> {
  // The names come out of a query, because so many of them written out make the planner expect them in every row; OFFSET keeps
  // it from going through all definitions of the organisation instead of the index.
  const byOtherName = `UNION
    SELECT a.name, d.id FROM (SELECT array_agg(name) AS names FROM asked) every
      CROSS JOIN LATERAL (SELECT * FROM definitions named
        WHERE lexport_other_names(named.preferred_term, named.synonyms) && every.names OFFSET 0) d
      CROSS JOIN unnest(lexport_other_names(d.preferred_term, d.synonyms)) AS other
      JOIN asked a ON a.name = other
    WHERE ${READABLE}`;
  const { rows } = await sql.query<LookedUp>(
    `WITH asked AS MATERIALIZED (SELECT DISTINCT name FROM unnest($3::text[]) AS name),
     found AS (
       SELECT a.name, d.id FROM asked a JOIN definitions d ON lower(d.term) = a.name AND ${READABLE}
       ${otherNames ? byOtherName : ''})
     SELECT f.name, NULL::real AS similarity, ${COLUMNS} FROM found f JOIN definitions d ON d.id = f.id
     ORDER BY f.name, lower(d.term) <> f.name, d.status <> 'established', d.organisation_id <> $1, d.id`,
    [own.organisationId, own.clearance, names],
  );
  return rows;
}

/** For each of these names the few definitions whose term, preferred term or synonyms resemble it most. */
export async function findSimilar(sql: Sql, own: Own, names: readonly string[]): Promise<LookedUp[]> {
  const found: LookedUp[] = [];
  // One at a time: a statement may take so long and no longer, and comparing is slow beside asking.
  for (const name of names) {
    const { rows } = await sql.query<LookedUp>(
      `SELECT $3 AS name, word_similarity($3, d.search_terms) AS similarity, ${COLUMNS}
       FROM (SELECT * FROM definitions WHERE $3 <% search_terms OFFSET 0) d
       WHERE ${READABLE} ORDER BY similarity DESC, d.id LIMIT ${SUGGESTIONS}`,
      [own.organisationId, own.clearance, name],
    );
    found.push(...rows);
  }
  return found;
}
