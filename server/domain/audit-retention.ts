/** How long audit entries are kept. An action's kind is what stands before its dot. */

/** Years; the least for everything that could touch a definition. */
export const LEAST_YEARS = 7;
/** Years; the least for what tells of signing in, reading and looking only. */
const LEAST_YEARS_OF_VISITS = 1;
/** Kinds that touch no definition: they may be kept shorter, since they are mostly about people. */
export const VISIT_KINDS = ['session', 'access', 'audit'] as const;

export type Retention = Readonly<Record<string, number>>;

/** The years an entry of this kind is kept when `chosen` says what differs from the default. */
export function yearsOf(kind: string, chosen: Retention): number {
  return chosen[kind] ?? LEAST_YEARS;
}

/** The fewest years that may be chosen for a kind. */
export function leastYearsOf(kind: string): number {
  return (VISIT_KINDS as readonly string[]).includes(kind) ? LEAST_YEARS_OF_VISITS : LEAST_YEARS;
}
