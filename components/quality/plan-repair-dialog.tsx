'use client';

import { Wrench } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useRepairPlan, useRepairPreview } from '#components/api/use-repair-plan.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { ContentDiff } from '#components/text-diff/content-diff.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { PlanRepair } from '#contract/corrections.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { type SafeTransformName, transformName } from '#domain/safe-transforms.ts';

export type PlanRepairDialogProps = { jobId: string; transform: SafeTransformName; onClose: () => void };

/** Repairs the same thing in every item of a plan that waits, after showing what changes. */
export function PlanRepairDialog({ jobId, transform, onClose }: PlanRepairDialogProps) {
  const t = useTranslations('quality.planRepair');
  const common = useTranslations('common');
  const format = useFormat();
  const problemText = useProblemText();
  const name = transformName(transform)[useLocale()];
  const preview = useRepairPreview(jobId, transform);
  const repair = useRepairPlan(jobId);
  const [done, setDone] = useState(0);
  const count = preview.data?.count ?? 0;
  const start = () =>
    repair.mutate(
      { transform, onProgress: setDone },
      {
        onSuccess: (changed) => {
          showToast({ tone: 'success', title: t('doneTitle', { count: changed }), text: t('doneText') });
          onClose();
        },
      },
    );
  return (
    <Dialog
      isOpen
      // What has begun is seen through: closed in the middle, nobody would know how far it came.
      onClose={() => (repair.isPending ? undefined : onClose())}
      title={name}
      closeLabel={common('close')}
      width="large"
      actions={
        <>
          <Button onPress={onClose} isDisabled={repair.isPending}>
            {common('cancel')}
          </Button>
          <Button
            variant="primary"
            icon={<Wrench aria-hidden size={16} />}
            isDisabled={count === 0}
            pending={repair.isPending}
            onPress={start}
          >
            {t('start', { count })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="max-w-prose text-sm">{t('what')}</p>
        {repair.isPending && count > 0 ? (
          <ProgressBar
            label={t('busy')}
            total={count}
            segments={[{ tone: 'accent', value: Math.min(done, count) }]}
            valueText={t('progress', { done: format.number(Math.min(done, count)), total: format.number(count) })}
          />
        ) : null}
        {repair.error ? (
          <Banner tone="danger" role="alert" title={problemText(repair.error).title}>
            {problemText(repair.error).detail}
          </Banner>
        ) : null}
        {preview.isPending ? <SkeletonRows rows={3} label={common('loading')} /> : null}
        {preview.isError ? <LoadError query={preview} /> : null}
        {preview.data && !repair.isPending ? <Shown preview={preview.data} /> : null}
      </div>
    </Dialog>
  );
}

function Shown({ preview: { count, items } }: { preview: PlanRepair }) {
  const t = useTranslations('quality.planRepair');
  const format = useFormat();
  if (count === 0) return <p className="text-sm text-ink-muted">{t('nothing')}</p>;
  return (
    <>
      <p className="text-sm font-medium">
        {t('changes', { count })} {items.length < count ? t('first', { shown: format.number(items.length) }) : ''}
      </p>
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
        {items.map(({ position, term, before, after }) => (
          <li key={position} className="flex min-w-0 flex-col gap-2 p-3">
            <p className="text-sm font-semibold break-words">{term}</p>
            <ContentDiff before={before as DefinitionContent} after={after} />
          </li>
        ))}
      </ul>
    </>
  );
}
