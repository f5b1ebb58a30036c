import type { Sql } from '#db/client.ts';
import { isCleared, type Own } from '#domain/clearance.ts';
import type { Classification } from '#domain/definition.ts';
import { similarityTo } from '#domain/validation/trigrams.ts';
import { ownSql } from './visible-definitions.ts';

/** A term that somebody may have meant; without an id it stands in the same upload and nowhere else. */
export type Similar = { term: string; id: string | null };

/** A term that leads nowhere, and what those may see at least who read what is said about it. */
export type AskedTerm = { term: string; clearance: Classification };

/**
 * So many terms at the most are looked for, and so long: comparing is slow beside asking. Who has a few typing errors gets an
 * answer for each of them; of thousands that lead nowhere the first few show what is the matter.
 */
const MOST_ASKED = 100;
const MOST_MS = 400;
const MOST_FOUND = 3;
/** So many of the upload are kept until it is known which of them may be told. */
const MOST_KEPT = 12;
const LEAST_SIMILAR = 0.35;

type Ranked = Similar & { share: number };

/**
 * For terms that lead nowhere the few that resemble them most, of the organisation and of the other items of a job, as far as the
 * clearance of each suffices; in the order asked. Empty for what resembles nothing, and for what comes after the first hundred.
 */
export async function similarTerms(
  sql: Sql,
  job: Own & { id: string },
  asked: readonly AskedTerm[],
): Promise<Similar[][]> {
  if (asked.length === 0) return [];
  const { rows: own } = await sql.query<{ term: string }>(
    `SELECT DISTINCT term FROM job_items WHERE job_id = $1 AND term IS NOT NULL AND decision NOT IN ('invalid', 'duplicate')`,
    [job.id],
  );
  const lower = own.map(({ term }) => ({ term, lower: term.toLowerCase() }));
  const until = Date.now() + MOST_MS;
  const found: { stored: Ranked[]; own: Ranked[] }[] = [];
  for (const { term, clearance } of asked.slice(0, MOST_ASKED)) {
    if (Date.now() > until) break;
    const share = similarityTo(term.toLowerCase());
    const stored = await storedLike(sql, { ...job, clearance }, term.toLowerCase());
    found.push({
      stored: stored.map((one) => ({ ...one, share: share(one.term.toLowerCase()) })),
      own: ranked(lower.map((one) => ({ term: one.term, id: null, share: share(one.lower) }))).slice(0, MOST_KEPT),
    });
  }
  const classifications = await classificationsOf(
    sql,
    job.id,
    found.flatMap(({ own }) => own.map(({ term }) => term)),
  );
  return asked.map(({ clearance }, index) => {
    const { stored, own } = found[index] ?? { stored: [], own: [] };
    const isStored = new Set(stored.map(({ term }) => term));
    const told = own.filter(({ term }) => {
      const classification = classifications.get(term);
      return classification && !isStored.has(term) && isCleared(clearance, classification);
    });
    return ranked([...stored, ...told])
      .slice(0, MOST_FOUND)
      .map(({ term, id }) => ({ term, id }));
  });
}

function ranked(terms: readonly Ranked[]): Ranked[] {
  return terms
    .filter(({ share }) => share >= LEAST_SIMILAR)
    .sort((a, b) => b.share - a.share || (a.term < b.term ? -1 : 1));
}

async function storedLike(sql: Sql, own: Own, lower: string): Promise<Similar[]> {
  const { rows } = await sql.query<{ id: string; term: string }>(
    `SELECT d.id, d.term FROM (SELECT * FROM definitions WHERE $2 <% search_terms OFFSET 0) d
     WHERE ${ownSql('$1', '$3')} AND d.deleted_at IS NULL AND d.status <> 'archived'
     ORDER BY similarity($2, d.search_terms) DESC, d.id LIMIT ${MOST_FOUND}`,
    [own.organisationId, lower, own.clearance],
  );
  return rows;
}

/** The lowest classification of the items of a job that have each of these terms. */
async function classificationsOf(
  sql: Sql,
  jobId: string,
  terms: readonly string[],
): Promise<Map<string, Classification>> {
  if (terms.length === 0) return new Map();
  const { rows } = await sql.query<{ term: string; classification: Classification }>(
    `SELECT i.term, min((c.image ->> 'classification')::classification) AS classification
     FROM job_items i JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     WHERE i.job_id = $1 AND i.term = ANY ($2::text[]) AND i.decision NOT IN ('invalid', 'duplicate') GROUP BY i.term`,
    [jobId, [...new Set(terms)]],
  );
  return new Map(rows.map(({ term, classification }) => [term, classification]));
}
