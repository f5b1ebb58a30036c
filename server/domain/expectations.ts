/** What whoever starts a job expects of it; it is refused before anything is written when that does not hold. */
export type Expectations = {
  /** The job may have no more items than this. */
  maxRecords?: number | undefined;
  preconditions?:
    | {
        /** The job must have exactly this many items. */
        expectedCount?: number | undefined;
        /** Every selected definition must match this. */
        filter?: object | undefined;
      }
    | undefined;
};

export type Unmet = {
  code: 'too_many_records' | 'unexpected_count' | 'precondition_failed';
  params: Record<string, number>;
};

/** The first expectation that `total` items do not meet; null when they meet all. `most`: what any job may have. */
export function unmetExpectation(options: Expectations, total: number, most: number): Unmet | null {
  const limit = Math.min(options.maxRecords ?? most, most);
  if (total > limit) return { code: 'too_many_records', params: { count: total, limit } };
  const expected = options.preconditions?.expectedCount;
  if (expected === undefined || expected === total) return null;
  return { code: 'unexpected_count', params: { count: total, expected } };
}
