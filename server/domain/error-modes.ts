/** What a job does when an item fails. */
export const ERROR_MODES = ['continue', 'stop', 'all_or_nothing', 'collect'] as const;
export type ErrorMode = (typeof ERROR_MODES)[number];

/** How many failures a job survives; failure n + 1 stops it. Null: it survives any number. */
export function toleratedFailures(mode: ErrorMode, maxErrors: number | null): number | null {
  if (mode === 'continue') return maxErrors;
  return mode === 'collect' ? null : 0;
}

/** Whether this many failed items are more than the job survives. */
export function exceedsTolerance(mode: ErrorMode, maxErrors: number | null, failed: number): boolean {
  const tolerated = toleratedFailures(mode, maxErrors);
  return tolerated !== null && failed > tolerated;
}
