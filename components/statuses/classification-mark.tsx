'use client';

import { Globe, Lock, type LucideIcon, Users } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import type { Classification } from '#domain/definition.ts';

const ICONS: Record<Classification, LucideIcon> = { openbaar: Globe, intern: Users, vertrouwelijk: Lock };

/** How highly something is classified: a word with a sign, never a colour alone. */
export function ClassificationMark({ classification }: { classification: Classification }) {
  const t = useTranslations('statuses.classification');
  const Icon = ICONS[classification];
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1',
        classification === 'vertrouwelijk' && 'font-medium text-danger-ink',
      )}
    >
      <Icon aria-hidden size={13} className="shrink-0" />
      {t(classification)}
    </span>
  );
}
