import type { ContentPatch } from '#components/text-diff/content-changes.ts';
import type { ItemDetail } from '#contract/jobs.ts';
import { CONTENT_FIELDS, type DefinitionContent } from '#domain/definition.ts';
import { contentAsWished, type Wish } from '#domain/plan-override.ts';

/** Both sides of an item as they are compared. */
export type ItemSides = {
  before: DefinitionContent | null;
  after: ContentPatch;
  /** The fields the file carries; null when there was no file. */
  given: ItemDetail['given'];
  /** It is written as a definition of its own, and `before` is the one it comes to stand beside. */
  isNew: boolean;
};

const GOES: readonly ItemDetail['reason'][] = ['to_delete', 'to_erase'];

/** What is there and what would be written, with what a person wants instead of what was planned. */
export function itemSides(item: ItemDetail, wish: Wish | null): ItemSides | null {
  const { incoming, current, given } = item;
  // What goes is shown as it is: there is nothing to compare it with.
  if (!incoming)
    return current && GOES.includes(item.reason) ? { before: null, after: current, given, isNew: false } : null;
  const isNew = wish?.decision === 'keep_both' || item.decision === 'new';
  const after = wish && isWhole(incoming) ? contentAsWished(incoming, wish) : incoming;
  return { before: current, after, given, isNew };
}

function isWhole(content: ContentPatch): content is DefinitionContent {
  return CONTENT_FIELDS.every((field) => content[field] !== undefined);
}
