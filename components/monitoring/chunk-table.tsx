'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useJobWords } from '#components/batches/use-job-words.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Pagination } from '#components/ui/pagination.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { ChunkSpan } from '#contract/monitoring.ts';
import { useChunkErrorText } from './use-chunk-error-text.ts';

const PER_PAGE = 25;

type Order = 'byNumber' | 'byDuration' | 'byAttempts';

const ORDERS: Record<Order, (a: ChunkSpan, b: ChunkSpan) => number> = {
  byNumber: (a, b) => a.number - b.number,
  byDuration: (a, b) => b.longestMs - a.longestMs || a.number - b.number,
  byAttempts: (a, b) => b.attempts - a.attempts || a.number - b.number,
};

export type ChunkTableProps = {
  spans: readonly ChunkSpan[];
  /** Looks into a group. */
  onInside: (range: { from: number; until: number }) => void;
};

/** The twin of the chart: the same chunks as rows, in order or with what stands out first. */
export function ChunkTable({ spans, onInside }: ChunkTableProps) {
  const t = useTranslations('monitoring.timeline');
  const common = useTranslations('common');
  const [order, setOrder] = useState<Order>('byNumber');
  const [page, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(spans.length / PER_PAGE) - 1);
  // Chunks are cut anew while a job works: there may be fewer of them than a moment ago.
  const current = Math.min(page, last);
  const rows = spans.toSorted(ORDERS[order]).slice(current * PER_PAGE, (current + 1) * PER_PAGE);
  const sort = (by: Order) => ({
    sort: order === by ? (by === 'byNumber' ? ('ascending' as const) : ('descending' as const)) : null,
    onSort: () => {
      setOrder(by);
      setPage(0);
    },
  });
  const grouped = spans.some(({ chunks }) => chunks > 1);
  return (
    <div className="flex flex-col gap-3">
      <Table caption={t('caption', { order: t(order) })} minWidth={680}>
        <TableHead>
          <HeadCell {...sort('byNumber')}>{t('number')}</HeadCell>
          <HeadCell numeric>{t('items')}</HeadCell>
          <HeadCell>{t('started')}</HeadCell>
          <HeadCell numeric {...sort('byDuration')}>
            {t('duration')}
          </HeadCell>
          <HeadCell numeric {...sort('byAttempts')}>
            {t('attempts')}
          </HeadCell>
          <HeadCell>{t('error')}</HeadCell>
        </TableHead>
        <TableBody>
          {rows.map((span) => (
            <ChunkRow key={span.number} span={span} onInside={onInside} />
          ))}
        </TableBody>
      </Table>
      <Pagination
        label={common('pages')}
        previousLabel={common('previous')}
        nextLabel={common('next')}
        summary={t(grouped ? 'groups' : 'rows', { count: spans.length })}
        onPrevious={current > 0 ? () => setPage(current - 1) : null}
        onNext={current < last ? () => setPage(current + 1) : null}
      />
    </div>
  );
}

function ChunkRow({ span, onInside }: { span: ChunkSpan; onInside: ChunkTableProps['onInside'] }) {
  const t = useTranslations('monitoring.timeline');
  const format = useFormat();
  const words = useJobWords();
  const errorText = useChunkErrorText();
  const first = format.number(span.number + 1);
  const range = { from: first, until: format.number(span.lastNumber + 1) };
  return (
    <TableRow>
      <RowHeadCell className="whitespace-nowrap">
        {span.chunks > 1 ? (
          <button
            type="button"
            aria-label={t('inside', range)}
            onClick={() => onInside({ from: span.number, until: span.lastNumber })}
            className="min-h-6 rounded-sm underline decoration-line-strong underline-offset-4 hover:text-accent"
          >
            {t('span', range)}
          </button>
        ) : (
          first
        )}
      </RowHeadCell>
      <Cell numeric>{format.number(span.items)}</Cell>
      <Cell className="whitespace-nowrap">{format.dateTimeSeconds(span.startedAt)}</Cell>
      <Cell numeric className="whitespace-nowrap">
        {span.chunks > 1
          ? t('durationOf', { median: words.shortTime(span.durationMs), longest: words.shortTime(span.longestMs) })
          : words.shortTime(span.durationMs)}
      </Cell>
      <Cell numeric>{format.number(span.attempts)}</Cell>
      <Cell className="text-ink-muted">
        {[span.error ? errorText(span.error) : null, span.undone > 0 ? t('undone') : null].filter(Boolean).join('; ')}
      </Cell>
    </TableRow>
  );
}
