'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ChunkRange, useJobChunks } from '#components/api/use-job-chunks.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useJobWords } from '#components/batches/use-job-words.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { Card, Stat } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Job } from '#contract/jobs.ts';
import type { Chunks } from '#contract/monitoring.ts';
import { isFinal } from '#domain/job-status.ts';
import { ChunkLegend } from './chunk-bars.tsx';
import { ChunkChart } from './chunk-chart.tsx';
import { type ChunkFigures, chunkFigures, LOOKS, lookOf } from './chunk-figures.ts';
import { ChunkTable } from './chunk-table.tsx';
import { useOnChange } from './use-on-change.ts';

export type ChunkTimelineProps = {
  job: Pick<Job, 'id' | 'status'>;
  live: boolean;
  /** Stands in the head of the chart. */
  control: ReactNode;
  /** Stands beside the chart where there is room. */
  beside: ReactNode;
};

/** When the chunks of a job were worked on: figures, chart and, below, the table that is its twin. */
export function ChunkTimeline({ job, live, control, beside }: ChunkTimelineProps) {
  const t = useTranslations('monitoring.timeline');
  const [range, setRange] = useState<ChunkRange | null>(null);
  const { refetch, ...chunks } = useJobChunks(job.id, range, { live });
  // When it has ended, too: the last chunks may have come since.
  useOnChange(job.status, refetch);
  const spans = chunks.data?.spans ?? [];
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Card title={t('chunks')} aside={control}>
          {chunks.data && spans.length > 0 ? <Drawn chunks={chunks.data} range={range} onRange={setRange} /> : null}
          {chunks.data && spans.length === 0 ? (
            <EmptyState title={t('none')}>{t(isFinal(job.status) ? 'noneEver' : 'noneYet')}</EmptyState>
          ) : null}
          {chunks.data ? null : <NotThere error={chunks.error} onRetry={() => void refetch()} />}
        </Card>
        {beside}
      </div>
      {spans.length > 0 ? (
        <Card title={t('table')}>
          <ChunkTable spans={spans} onInside={setRange} />
        </Card>
      ) : null}
    </div>
  );
}

function NotThere({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const common = useTranslations('common');
  const problemText = useProblemText();
  if (!error) return <SkeletonRows rows={6} label={common('loading')} />;
  const { title, detail } = problemText(error);
  return (
    <ErrorState title={title} action={<Button onPress={onRetry}>{common('retry')}</Button>}>
      {detail}
    </ErrorState>
  );
}

type DrawnProps = { chunks: Chunks; range: ChunkRange | null; onRange: (range: ChunkRange | null) => void };

function Drawn({ chunks, range, onRange }: DrawnProps) {
  const t = useTranslations('monitoring.timeline');
  const format = useFormat();
  const words = useJobWords();
  const figures = chunkFigures(chunks.spans);
  const label = t('summary', {
    done: format.number(chunks.done),
    total: format.number(chunks.total),
    median: words.shortTime(figures.median ?? 0),
    longest: words.shortTime(figures.longest ?? 0),
    retried: figures.retried,
  });
  const looks = LOOKS.filter((look) => chunks.spans.some((span) => lookOf(span) === look));
  const grouped = t('grouped', { size: format.number(chunks.groupSize) });
  const names = { done: t('legend.done'), retried: t('legend.retried'), undone: t('legend.undone') };
  return (
    <div className="flex flex-col gap-4">
      <Figures chunks={chunks} figures={figures} />
      {range ? (
        <p className="flex flex-wrap items-center gap-3 text-sm">
          {t('range', { from: format.number(range.from + 1), until: format.number(range.until + 1) })}
          <Button size="small" onPress={() => onRange(null)}>
            {t('whole')}
          </Button>
        </p>
      ) : null}
      <figure className="flex flex-col gap-2">
        <ChunkChart spans={chunks.spans} label={label} />
        <figcaption className="flex flex-wrap justify-between gap-x-6 gap-y-1 text-xs text-ink-muted">
          <span>
            {t('axis')}
            {chunks.groupSize > 1 ? <span className="block">{grouped}</span> : null}
          </span>
          <ChunkLegend looks={looks} words={names} />
        </figcaption>
      </figure>
    </div>
  );
}

function Figures({ chunks, figures }: { chunks: Chunks; figures: ChunkFigures }) {
  const t = useTranslations('monitoring.timeline.figures');
  const format = useFormat();
  const words = useJobWords();
  const done = t('doneOf', { done: format.number(chunks.done), total: format.number(chunks.total) });
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:flex sm:flex-wrap sm:gap-x-10">
      <Stat label={t('done')} value={done} />
      <Stat label={t('median')} value={words.shortTime(figures.median ?? 0)} />
      <Stat label={t('longest')} value={words.shortTime(figures.longest ?? 0)} />
      <Stat label={t('retried')} value={format.number(figures.retried)} />
      {figures.undone > 0 ? <Stat label={t('undone')} value={format.number(figures.undone)} /> : null}
    </dl>
  );
}
