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
import type { Decision, Reason } from '#domain/plan.ts';
import { pileOf } from './pile.ts';
import { PileBadge } from './pile-badge.tsx';

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

/** Reasons only an update has. */
const OF_UPDATE: readonly (Reason | null)[] = [
  'gate_passed',
  'gate_needs_reason',
  'gate_overridden',
  'gate_blocked',
  'transition_not_allowed',
  'definition_gone',
];

export type DecisionBadgeProps = { decision: Decision; reason?: Reason | null };

/** What a job will do with an item; where the reason is one of an update, in the words of its piles. */
export function DecisionBadge({ decision, reason = null }: DecisionBadgeProps) {
  return OF_UPDATE.includes(reason) ? <PileBadge pile={pileOf(decision, reason)} /> : <Plain decision={decision} />;
}

function Plain({ decision }: { decision: Decision }) {
  const t = useTranslations('statuses.decision');
  const { tone, icon } = LOOKS[decision];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(decision)}
    </StatusBadge>
  );
}
