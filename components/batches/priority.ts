/** The priorities a person chooses from; the numbers between them are for programs. */
export const PRIORITIES = { low: 2, normal: 5, high: 8 } as const;
export type PriorityLevel = keyof typeof PRIORITIES;
export const PRIORITY_LEVELS = ['high', 'normal', 'low'] as const satisfies readonly PriorityLevel[];

const HIGH_FROM = 7;
const LOW_UP_TO = 3;

/** The level a priority of 0 to 9 belongs to. */
export function priorityLevel(priority: number): PriorityLevel {
  if (priority >= HIGH_FROM) return 'high';
  return priority <= LOW_UP_TO ? 'low' : 'normal';
}

/** The level several jobs have in common; `mixed` when they differ. */
export function commonLevel(priorities: readonly number[]): PriorityLevel | 'mixed' {
  const levels = new Set(priorities.map(priorityLevel));
  const [level = 'normal'] = levels;
  return levels.size > 1 ? 'mixed' : level;
}
