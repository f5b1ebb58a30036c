'use client';

import { Ban, CircleCheck, Equal, type LucideIcon, MessageSquareWarning, SkipForward } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StatusBadge, type Tone } from '#components/ui/chip.tsx';
import type { Pile } from './pile.ts';

const LOOKS: Record<Pile, { tone: Tone; icon: LucideIcon }> = {
  passes: { tone: 'success', icon: CircleCheck },
  needs_reason: { tone: 'warning', icon: MessageSquareWarning },
  blocked: { tone: 'danger', icon: Ban },
  unchanged: { tone: 'neutral', icon: Equal },
  skipped: { tone: 'neutral', icon: SkipForward },
};

/** What an update will do with an item. */
export function PileBadge({ pile }: { pile: Pile }) {
  const t = useTranslations('bulk.plan.pile');
  const { tone, icon } = LOOKS[pile];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(pile)}
    </StatusBadge>
  );
}
