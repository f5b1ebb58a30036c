import type { Item } from '#contract/jobs.ts';
import type { Choice } from '#domain/plan.ts';
import type { Wish } from '#domain/plan-override.ts';

/** What a person wants of an item instead of what was planned; null: as planned. */
export type WishOf = (item: Item) => (Wish & { decision: Choice }) | null;

/** How a wish for one item becomes one for all that the filter shows. */
export type ForOthers = { count: (choice: Choice) => number; decide: (wish: Wish) => void };

/** Takes a person's wish for some items; null: as planned after all. */
export type OnDecide = (items: readonly Item[], wish: Wish | null) => void;
