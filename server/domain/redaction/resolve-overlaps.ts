import type { Hit } from './hit.ts';
import { REDACTION_KINDS } from './kinds.ts';

const rank = ({ kind }: Hit) => REDACTION_KINDS.indexOf(kind);

/**
 * From hits that may lie across each other, hits that do not, from left to right: what lies within another goes, of two that
 * overlap the kind named first in REDACTION_KINDS stays. The order in which they come in makes no difference.
 */
export function resolveOverlaps(hits: readonly Hit[]): Hit[] {
  const sorted = [...hits].sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const kept: Hit[] = [];
  for (const hit of sorted) {
    const last = kept.at(-1);
    if (!last || hit.start >= last.end) kept.push(hit);
    else if (hit.end > last.end && rank(hit) < rank(last)) kept[kept.length - 1] = hit;
  }
  return kept;
}
