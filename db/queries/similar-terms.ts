import type { Sql } from '#db/client.ts';
import type { Own } from '#domain/clearance.ts';
import { similarity, trigramsOf } from '#domain/validation/trigrams.ts';
import { ownSql } from './visible-definitions.ts';

/** A term that somebody may have meant; without an id it stands in the same upload and nowhere else. */
export type Similar = { term: string; id: string | null };

/**
 * So many terms at the most are looked for, and so long: comparing is slow beside asking. Who has a few typing errors gets an
 * answer for each of them; of thousands that lead nowhere the first few show what is the matter.
 */
const MOST_ASKED = 100;
const MOST_MS = 400;
const MOST_FOUND = 3;
const LEAST_SIMILAR = 0.35;

type Ranked = Similar & { share: number };

/**
 * For terms that lead nowhere the few that resemble them most, of the organisation and of the other items of a job, as far as the
 * clearance suffices. Terms
 * that resemble nothing are left out, and so is what comes after the first hundred.
 */
export async function similarTerms(
  sql: Sql,
  job: Own & { id: string },
  asked: readonly string[],
): Promise<Map<string, Similar[]>> {
  const names = asked.slice(0, MOST_ASKED);
  const found = new Map<string, Ranked[]>(names.map((name) => [name, []]));
  if (names.length === 0) return new Map();
  const { rows: items } = await sql.query<{ term: string }>(
    `SELECT DISTINCT i.term FROM job_items i JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
     WHERE i.job_id = $1 AND i.term IS NOT NULL AND i.decision NOT IN ('invalid', 'duplicate')
       AND (c.image ->> 'classification')::classification <= $2::classification`,
    [job.id, job.clearance],
  );
  const own = items.map(({ term }) => ({ term, trigrams: trigramsOf(term.toLowerCase()) }));
  const until = Date.now() + MOST_MS;
  for (const name of names) {
    if (Date.now() > until) break;
    const ranked = found.get(name) as Ranked[];
    const trigrams = trigramsOf(name.toLowerCase());
    const keep = (term: string, id: string | null, share: number) => {
      if (share >= LEAST_SIMILAR && !ranked.some((one) => one.term === term)) ranked.push({ term, id, share });
    };
    const { rows } = await sql.query<{ id: string; term: string }>(
      `SELECT d.id, d.term FROM (SELECT * FROM definitions WHERE $2 <% search_terms OFFSET 0) d
       WHERE ${ownSql('$1', '$3')} AND d.deleted_at IS NULL AND d.status <> 'archived'
       ORDER BY similarity($2, d.search_terms) DESC, d.id LIMIT ${MOST_FOUND}`,
      [job.organisationId, name.toLowerCase(), job.clearance],
    );
    for (const { id, term } of rows) keep(term, id, similarity(trigrams, trigramsOf(term.toLowerCase())));
    for (const { term, trigrams: other } of own) keep(term, null, similarity(trigrams, other));
    ranked.sort((a, b) => b.share - a.share || (a.term < b.term ? -1 : 1));
  }
  return new Map(
    [...found].flatMap(([name, ranked]): [string, Similar[]][] => {
      if (ranked.length === 0) return [];
      return [[name, ranked.slice(0, MOST_FOUND).map(({ term, id }) => ({ term, id }))]];
    }),
  );
}
