'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StatusBadge } from '#components/ui/chip.tsx';

/** It was deleted, and can be put back. */
export function DeletedBadge() {
  const t = useTranslations('definitions.grid');
  return (
    <StatusBadge tone="danger" icon={Trash2}>
      {t('deleted')}
    </StatusBadge>
  );
}
