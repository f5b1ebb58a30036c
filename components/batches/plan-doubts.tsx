'use client';

import { MessageSquareWarning } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { TextField } from '#components/ui/text-field.tsx';

const MAX_REASON = 1_000;

export type PlanDoubtsProps = { count: number; reason: string; onChange: (reason: string) => void };

/** The items that go through only with a reason, and the field for it: one reason for all of them. */
export function PlanDoubts({ count, reason, onChange }: PlanDoubtsProps) {
  const t = useTranslations('bulk.plan.doubts');
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3 rounded-md border border-warning-fill bg-warning px-4 py-3 text-sm text-warning-ink">
      <div className="flex min-w-0 grow basis-72 items-start gap-3">
        <MessageSquareWarning aria-hidden size={18} className="mt-0.5 shrink-0" />
        <div>
          <p className="font-semibold">{t('title', { count })}</p>
          <p>{t('text')}</p>
        </div>
      </div>
      <TextField
        label={t('label')}
        description={t('help')}
        value={reason}
        onChange={onChange}
        maxLength={MAX_REASON}
        rows={2}
        className="min-w-0 grow basis-96 [&_[slot=description]]:text-warning-ink [&_label]:text-warning-ink"
      />
    </div>
  );
}
