'use client';

import {
  Archive,
  CircleX,
  Copy,
  Equal,
  FilePlus2,
  Flame,
  GitBranchPlus,
  type LucideIcon,
  Pencil,
  SkipForward,
  Trash2,
  TriangleAlert,
  UserX,
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

/** Reasons that say themselves what happens. */
const DOES = ['to_archive', 'to_delete', 'to_anonymise', 'to_erase'] as const;
const ICON_OF: Record<(typeof DOES)[number], LucideIcon> = {
  to_archive: Archive,
  to_delete: Trash2,
  to_anonymise: UserX,
  to_erase: Flame,
};

export type DecisionBadgeProps = { decision: Decision; reason?: Reason | null };

/** What a job will do with an item; where the reason is one of an update, in the words of its piles. */
export function DecisionBadge({ decision, reason = null }: DecisionBadgeProps) {
  const does = DOES.find((one) => one === reason);
  if (does) return <Does reason={does} />;
  return OF_UPDATE.includes(reason) ? <PileBadge pile={pileOf(decision, reason)} /> : <Plain decision={decision} />;
}

function Does({ reason }: { reason: (typeof DOES)[number] }) {
  const t = useTranslations('batches.plan.reasonShort');
  return (
    <StatusBadge tone="warning" icon={ICON_OF[reason]}>
      {t(reason)}
    </StatusBadge>
  );
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
