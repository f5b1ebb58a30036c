'use client';

import { CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StatusBadge, type Tone } from '#components/ui/chip.tsx';
import type { Severity } from '#domain/finding.ts';

const LOOKS: Record<Severity, { tone: Tone; icon: LucideIcon }> = {
  error: { tone: 'danger', icon: CircleX },
  warning: { tone: 'warning', icon: TriangleAlert },
  info: { tone: 'info', icon: Info },
};

/** How grave a finding is. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const t = useTranslations('statuses.severity');
  const { tone, icon } = LOOKS[severity];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(severity)}
    </StatusBadge>
  );
}
