'use client';

import { useState } from 'react';
import { newKey } from '#components/api/new-key.ts';
import { type NewBatchInput, useCreateBatch } from '#components/api/use-create-batch.ts';
import { useProgressWindow } from '#components/batches/use-progress-window.tsx';

export type NewJobInput = NewBatchInput['jobs'][number];

/** Starts a batch of one job; the progress window takes over from there. One key per dialog: pressing twice starts one. */
export function useStartJob(onStarted: (jobId: string) => void) {
  const [key] = useState(newKey);
  const create = useCreateBatch();
  const progress = useProgressWindow();
  const start = (job: NewJobInput, batch: Omit<NewBatchInput, 'jobs'> = {}) =>
    create.mutate(
      { batch: { ...batch, jobs: [job] }, key },
      {
        onSuccess: ({ jobs: [started] }) => {
          if (!started) return;
          onStarted(started.id);
          progress.open(started.id);
        },
      },
    );
  return { start, isPending: create.isPending, error: create.error };
}
