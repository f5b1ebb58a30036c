'use client';

import { useState } from 'react';
import { newKey } from '#components/api/new-key.ts';
import { useRetryItems } from '#components/api/use-retry-items.ts';
import type { Retry } from '#contract/jobs.ts';

/** Does failed, unprocessed or all items again in a job of their own; pressing twice starts one. */
export function useRetry(jobId: string, onStarted: (jobId: string) => void) {
  const retry = useRetryItems(jobId);
  const [key, setKey] = useState(newKey);
  const start = (items: Retry['items']) =>
    retry.mutate(
      { retry: { items }, key: `${key}-${items}` },
      {
        onSuccess: (started) => {
          setKey(newKey());
          const startedId = started.jobs[0]?.id;
          if (startedId) onStarted(startedId);
        },
      },
    );
  return { start, pending: retry.isPending ? retry.variables.retry.items : null, error: retry.error };
}
