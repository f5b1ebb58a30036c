'use client';

import { CircleCheck, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StatusBadge, type Tone } from '#components/ui/chip.tsx';
import type { Verdict } from '#domain/definition.ts';

const LOOKS: Record<Verdict, { tone: Tone; icon: LucideIcon }> = {
  valid: { tone: 'success', icon: CircleCheck },
  warnings: { tone: 'warning', icon: TriangleAlert },
  invalid: { tone: 'danger', icon: CircleX },
};

/** What validation made of a definition. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const t = useTranslations('statuses.verdict');
  const { tone, icon } = LOOKS[verdict];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(verdict)}
    </StatusBadge>
  );
}
