'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { newKey } from '#components/api/new-key.ts';
import { type NewBatchInput, useCreateBatch } from '#components/api/use-create-batch.ts';
import { batchLink } from '#components/batches/links.ts';
import { useProgressWindow } from '#components/batches/use-progress-window.tsx';
import { useFormat } from '#components/i18n/use-format.ts';
import { showToast } from '#components/ui/toasts.tsx';

export type NewJobInput = NewBatchInput['jobs'][number];

/**
 * Starts a batch: of one job, after which the progress window takes over, or of several, which are seen on the page of the batch; what
 * is for later is only said to be planned. The key holds until something was started: pressing twice starts one.
 */
export function useStartJob(onStarted: () => void) {
  const t = useTranslations('bulk.later');
  const format = useFormat();
  const [key, setKey] = useState(newKey);
  const create = useCreateBatch();
  const progress = useProgressWindow();
  const router = useRouter();
  const start = (jobs: NewJobInput[], batch: Omit<NewBatchInput, 'jobs'> = {}) =>
    create.mutate(
      { batch: { ...batch, jobs }, key },
      {
        onSuccess: ({ id, name, scheduledFor, jobs: [started] }) => {
          setKey(newKey());
          onStarted();
          if (scheduledFor) {
            const when = format.dateTime(scheduledFor);
            showToast({ tone: 'success', title: t('title'), text: t('text', { name, when }) });
          } else if (jobs.length > 1) router.push(batchLink(id));
          else if (started) progress.open(started.id);
        },
      },
    );
  return { start, isPending: create.isPending, error: create.error };
}
