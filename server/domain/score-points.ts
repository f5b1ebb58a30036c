/** A score of 0 to 1 as people read it: whole points of 100. */
export function scorePoints(score: number): number {
  return Math.round(score * 100);
}
