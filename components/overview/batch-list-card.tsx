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

export type BatchRow = { id: string; content: ReactNode };

export type BatchListCardProps = {
  title: string;
  aside?: ReactNode;
  query: BatchListQuery;
  /** The sentence for an empty list. */
  none: string;
  /** What of a batch is listed: one row for all of it, or one for each of its jobs that matters here. */
  rows: (batch: Batch) => readonly BatchRow[];
  atMost?: number;
};

/** A card with rows of some batches, in all its states. */
export function BatchListCard({ title, aside, query, none, rows, atMost = 5 }: BatchListCardProps) {
  const t = useTranslations('common');
  const problemText = useProblemText();
  const batches = useBatches(query);
  const listed = batches.data?.items.flatMap(rows).slice(0, atMost) ?? [];
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
      {batches.data && listed.length === 0 ? <p className="text-sm text-ink-muted">{none}</p> : null}
      {listed.length > 0 ? (
        <ul className="-my-3 divide-y divide-line">
          {listed.map(({ id, content }) => (
            <li key={id} className="py-3">
              {content}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
