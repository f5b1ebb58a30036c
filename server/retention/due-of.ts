import { DEFINITION_STATUSES } from '#domain/definition.ts';
import type { SelectionValues } from '#domain/definition-filter.ts';
import { isAboutDeleted, type RetentionAction, type RetentionCriteria } from '#domain/retention.ts';

/**
 * What a policy is about as a selection, whose age is counted when it is looked at. Without a status it means every one, archived too,
 * but for what would be archived.
 */
export function dueOf(
  action: RetentionAction,
  criteria: RetentionCriteria,
): Extract<SelectionValues, { filter: unknown }> {
  const { status = [], category = [], classification = [], organisation = [], ageOf, olderThanDays } = criteria;
  const every =
    action === 'archive' ? DEFINITION_STATUSES.filter((one) => one !== 'archived') : [...DEFINITION_STATUSES];
  const among = status.length > 0 ? status : every;
  return {
    filter: {
      status: among,
      ageOf,
      olderThanDays,
      ...(category.length > 0 ? { category } : {}),
      ...(classification.length > 0 ? { classification } : {}),
      ...(organisation.length > 0 ? { organisation } : {}),
      ...(isAboutDeleted(action) ? { deleted: true } : {}),
    },
    excludedIds: [],
  };
}
