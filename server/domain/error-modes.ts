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

/** A limit of failures as it is given: a number, or a share of all items such as `5%` or `0.5%`. */
export type MaxErrors = number | string;

/** What a share looks like: 0 to 100, at most two decimals. */
export const SHARE_PATTERN = /^(100|\d{1,2}(\.\d{1,2})?)%$/;

/** The limit in items; a share of `total` is rounded down, so that it is never exceeded. Null: no limit. */
export function maxErrorsOf(limit: MaxErrors | null | undefined, total: number): number | null {
  if (limit === null || limit === undefined) return null;
  if (typeof limit === 'number') return limit;
  // In hundredths of a percent, so that 0.1 % of 1 000 is 1 and not 0.
  const hundredths = Math.round(Number.parseFloat(limit) * 100);
  return Math.floor((total * hundredths) / 10_000);
}
