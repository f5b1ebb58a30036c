import type { Sql } from '#db/client.ts';
import type { ReviewAnswer } from '#domain/validation/review-questions.ts';

export type ReviewRow = {
  ruleId: string;
  version: number;
  answer: ReviewAnswer;
  remark: string | null;
  answeredBy: string | null;
  answeredAt: Date;
};

/** What was answered about every version of a definition, the newest version first. */
export async function listReviews(sql: Sql, definitionId: string): Promise<ReviewRow[]> {
  const { rows } = await sql.query<ReviewRow>(
    `SELECT r.rule_id AS "ruleId", r.version, r.answer, r.remark, u.name AS "answeredBy", r.answered_at AS "answeredAt"
     FROM definition_reviews r LEFT JOIN users u ON u.id = r.answered_by
     WHERE r.definition_id = $1 ORDER BY r.version DESC, r.rule_id`,
    [definitionId],
  );
  return rows;
}

type About = { definitionId: string; version: number; ruleId: string };
export type ReviewAnswered = Pick<ReviewRow, 'answer' | 'remark'>;

/** The answer to one question about one version; null when there is none. */
export async function readReview(sql: Sql, { definitionId, version, ruleId }: About): Promise<ReviewAnswered | null> {
  const { rows } = await sql.query<ReviewAnswered>(
    'SELECT answer, remark FROM definition_reviews WHERE definition_id = $1 AND version = $2 AND rule_id = $3',
    [definitionId, version, ruleId],
  );
  return rows[0] ?? null;
}

/** Puts an answer in the place of the one there was about this version; null takes that away. */
export async function writeReview(
  sql: Sql,
  { definitionId, version, ruleId }: About,
  answered: ReviewAnswered | null,
  userId: string,
): Promise<void> {
  if (!answered) {
    await sql.query('DELETE FROM definition_reviews WHERE definition_id = $1 AND version = $2 AND rule_id = $3', [
      definitionId,
      version,
      ruleId,
    ]);
    return;
  }
  await sql.query(
    `INSERT INTO definition_reviews (definition_id, version, rule_id, answer, remark, answered_by, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp())
     ON CONFLICT (definition_id, version, rule_id) DO UPDATE SET answer = excluded.answer, remark = excluded.remark,
       answered_by = excluded.answered_by, answered_at = excluded.answered_at`,
    [definitionId, version, ruleId, answered.answer, answered.remark, userId],
  );
}
