import { SCORE_BINS } from '#domain/quality.ts';

/** SQL of the tenth a score falls in, 0 to 9; null without a score (`least` alone would make that the last one). */
export function scoreBinSql(score: string): string {
  return `CASE WHEN ${score} IS NOT NULL THEN least(${SCORE_BINS - 1}, round(${score} * 100)::int / 10) END`;
}
