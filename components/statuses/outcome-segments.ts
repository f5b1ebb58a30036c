import type { ProgressSegment } from '#components/ui/progress-bar.tsx';
import type { ItemCounts } from '#domain/item-outcome.ts';

/** The parts of a bar over a job's items; what is pending or was never processed stays empty. */
export function outcomeSegments(counts: ItemCounts): ProgressSegment[] {
  return [
    { tone: 'success', value: counts.succeeded },
    { tone: 'neutral', value: counts.unchanged + counts.skipped },
    { tone: 'danger', value: counts.failed },
  ];
}
