'use client';

import { Archive, BadgeCheck, Download, Eye, type LucideIcon, PencilLine } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StatusBadge, type Tone } from '#components/ui/chip.tsx';
import type { DefinitionStatus } from '#domain/definition.ts';

const LOOKS: Record<DefinitionStatus, { tone: Tone; icon: LucideIcon }> = {
  imported: { tone: 'info', icon: Download },
  draft: { tone: 'neutral', icon: PencilLine },
  review: { tone: 'warning', icon: Eye },
  established: { tone: 'success', icon: BadgeCheck },
  archived: { tone: 'neutral', icon: Archive },
};

/** Where a definition is in its life. */
export function DefinitionStatusBadge({ status }: { status: DefinitionStatus }) {
  const t = useTranslations('statuses.definition');
  const { tone, icon } = LOOKS[status];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(status)}
    </StatusBadge>
  );
}
