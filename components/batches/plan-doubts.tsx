'use client';

import { useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import { TextField } from '#components/ui/text-field.tsx';

const MAX_REASON = 1_000;

export type PlanDoubtsProps = { count: number; reason: string; onChange: (reason: string) => void };

/** The items that go through only with a reason, and the field for it: one reason for all of them. */
export function PlanDoubts({ count, reason, onChange }: PlanDoubtsProps) {
  const t = useTranslations('bulk.plan.doubts');
  return (
    <Banner tone="warning" title={t('title', { count })}>
      <p>{t('text')}</p>
      <TextField
        label={t('label')}
        description={t('help')}
        value={reason}
        onChange={onChange}
        maxLength={MAX_REASON}
        rows={2}
        className="max-w-3xl pt-2 [&_[slot=description]]:text-warning-ink [&_label]:text-warning-ink"
      />
    </Banner>
  );
}
