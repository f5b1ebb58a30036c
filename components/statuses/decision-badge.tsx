'use client';

import {
  CircleX,
  Copy,
  Equal,
  FilePlus2,
  GitBranchPlus,
  type LucideIcon,
  Pencil,
  SkipForward,
  TriangleAlert,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StatusBadge, type Tone } from '#components/ui/chip.tsx';
import type { Decision } from '#domain/plan.ts';

const LOOKS: Record<Decision, { tone: Tone; icon: LucideIcon }> = {
  new: { tone: 'success', icon: FilePlus2 },
  unchanged: { tone: 'neutral', icon: Equal },
  update: { tone: 'info', icon: Pencil },
  new_version: { tone: 'info', icon: GitBranchPlus },
  duplicate: { tone: 'neutral', icon: Copy },
  conflict: { tone: 'warning', icon: TriangleAlert },
  invalid: { tone: 'danger', icon: CircleX },
  skip: { tone: 'neutral', icon: SkipForward },
};

/** What an import will do with an item. */
export function DecisionBadge({ decision }: { decision: Decision }) {
  const t = useTranslations('statuses.decision');
  const { tone, icon } = LOOKS[decision];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(decision)}
    </StatusBadge>
  );
}
