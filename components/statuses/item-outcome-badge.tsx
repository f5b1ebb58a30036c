'use client';

import {
  Ban,
  CircleCheck,
  CircleX,
  Clock,
  Equal,
  type LucideIcon,
  SkipForward,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StatusBadge, type Tone } from '#components/ui/chip.tsx';
import type { ItemOutcome } from '#domain/item-outcome.ts';

const LOOKS: Record<ItemOutcome, { tone: Tone; icon: LucideIcon }> = {
  pending: { tone: 'neutral', icon: Clock },
  succeeded: { tone: 'success', icon: CircleCheck },
  unchanged: { tone: 'neutral', icon: Equal },
  skipped: { tone: 'neutral', icon: SkipForward },
  failed: { tone: 'danger', icon: CircleX },
  cancelled: { tone: 'neutral', icon: Ban },
  rolled_back: { tone: 'neutral', icon: Undo2 },
  rollback_conflict: { tone: 'warning', icon: TriangleAlert },
};

/** What became of an item. */
export function ItemOutcomeBadge({ outcome }: { outcome: ItemOutcome }) {
  const t = useTranslations('statuses.item');
  const { tone, icon } = LOOKS[outcome];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(outcome)}
    </StatusBadge>
  );
}
