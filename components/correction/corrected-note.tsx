'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import type { Item } from '#contract/jobs.ts';

/** Who put an item right, and when. */
export function CorrectedNote({ corrected }: Pick<Item, 'corrected'>) {
  const t = useTranslations('corrections');
  const format = useFormat();
  if (!corrected) return null;
  return (
    <p className="text-sm text-ink-muted">
      {t('by', { by: corrected.by ?? '–', when: format.dateTime(corrected.at) })}
    </p>
  );
}
