'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type BatchListQuery, useBatches } from '#components/api/use-batches.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Batch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';

export type BatchListCardProps = {
  title: string;
  aside?: ReactNode;
  query: BatchListQuery;
  /** The sentence for an empty list. */
  none: string;
  /** One row; it comes inside a list item. */
  row: (job: Job, batch: Batch) => ReactNode;
};

/** A card with the jobs of some batches, in all its states. */
export function BatchListCard({ title, aside, query, none, row }: BatchListCardProps) {
  const t = useTranslations('common');
  const problemText = useProblemText();
  const batches = useBatches(query);
  return (
    <Card title={title} aside={aside}>
      {batches.isPending ? <SkeletonRows rows={2} label={t('loading')} /> : null}
      {batches.isError ? (
        <ErrorState
          title={t('loadFailed')}
          action={
            <Button size="small" onPress={() => batches.refetch()}>
              {t('retry')}
            </Button>
          }
        >
          {problemText(batches.error).detail}
        </ErrorState>
      ) : null}
      {batches.data?.items.length === 0 ? <p className="text-sm text-ink-muted">{none}</p> : null}
      {batches.data && batches.data.items.length > 0 ? (
        <ul className="-my-3 divide-y divide-line">
          {batches.data.items.flatMap((batch) =>
            batch.jobs.map((job) => (
              <li key={job.id} className="py-3">
                {row(job, batch)}
              </li>
            )),
          )}
        </ul>
      ) : null}
    </Card>
  );
}
