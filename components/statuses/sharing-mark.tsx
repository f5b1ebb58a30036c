'use client';

import { Share2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Visibility } from '#domain/definition.ts';

/** Which other organisations may read something. */
export function SharingMark({ visibility }: { visibility: Visibility }) {
  const t = useTranslations('statuses.visibility');
  return (
    <span className="inline-flex items-center gap-1">
      <Share2 aria-hidden size={13} className="shrink-0" />
      {t(visibility)}
    </span>
  );
}
