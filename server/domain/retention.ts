import type { Category, Classification, DefinitionStatus } from './definition.ts';
import type { OperationName } from './operation-names.ts';

/** What a retention policy does with what it is about. */
export const RETENTION_ACTIONS = ['archive', 'delete', 'anonymise', 'erase'] as const;
export type RetentionAction = (typeof RETENTION_ACTIONS)[number];

/** From when on the age of a definition is counted; `expired`: from the day after it was valid last. */
export const AGES = ['changed', 'created', 'expired', 'deleted'] as const;
export type Age = (typeof AGES)[number];

/** The longest age a policy can ask for, in days: a hundred years. */
export const MAX_AGE_DAYS = 36_525;

/** Which definitions a policy is about; alternatives within a list, all lists together. An empty list narrows nothing. */
export type RetentionCriteria = {
  ageOf: Age;
  /** At least so many days old. */
  olderThanDays: number;
  status?: DefinitionStatus[] | undefined;
  category?: Category[] | undefined;
  classification?: Classification[] | undefined;
  /** Values of organisationalContext. */
  organisation?: string[] | undefined;
};

/** What is deleted for good has been deleted before, so that there was a time in which it could be put back. */
export function isAboutDeleted(action: RetentionAction): boolean {
  return action === 'erase';
}

/** Which ages exist for an action: what was deleted counts from then, and nothing else does. */
export function agesOf(action: RetentionAction): readonly Age[] {
  return isAboutDeleted(action) ? ['deleted'] : AGES.filter((age) => age !== 'deleted');
}

/** What is done can be taken back. */
export function isReversible(action: RetentionAction): boolean {
  return action === 'archive' || action === 'delete';
}

/** The operation that carries an action out. */
export function operationOf(action: RetentionAction): Extract<OperationName, 'retain' | 'anonymise' | 'erase'> {
  return action === 'anonymise' || action === 'erase' ? action : 'retain';
}
