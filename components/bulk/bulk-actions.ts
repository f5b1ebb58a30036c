/** What can be done with a selection, in the order of the bar. */
export const BULK_ACTIONS = [
  'export',
  'validate',
  'update',
  'status',
  'share',
  'lock',
  'hold',
  'redact',
  'anonymise',
  'delete',
  'restore',
  'erase',
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** What is done seldom, and thought about before: behind a menu also where there is room for the others. */
export const RARE_ACTIONS: readonly BulkAction[] = ['share', 'lock', 'hold', 'redact', 'anonymise', 'erase'];

/** Of what was deleted. */
const OF_DELETED: readonly BulkAction[] = ['restore', 'erase'];

/** What fits: of what was deleted there is only the way back, and the end. */
export function actionsFor(deleted: boolean): BulkAction[] {
  return BULK_ACTIONS.filter((action) => OF_DELETED.includes(action) === deleted);
}
