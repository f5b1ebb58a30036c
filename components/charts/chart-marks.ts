/** How a mark is told from the others: by its colour and, for who does not see that, by its pattern. */
export const CHART_MARKS = ['solid', 'hatched', 'crossed'] as const;
export type ChartMark = (typeof CHART_MARKS)[number];

/** Patterns for boxes; the fill comes from `text-…`, because a gradient paints in the current colour. */
export const MARK_GROUND: Readonly<Record<ChartMark, string>> = {
  solid: 'bg-current',
  hatched: 'bg-[repeating-linear-gradient(45deg,currentColor_0_4px,transparent_4px_6px)]',
  crossed:
    'bg-[repeating-linear-gradient(45deg,currentColor_0_3px,transparent_3px_6px),repeating-linear-gradient(-45deg,currentColor_0_3px,transparent_3px_6px)]',
};
