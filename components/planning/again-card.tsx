'use client';

import { type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/card.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import type { SchedulePage } from '#contract/schedules.ts';
import { ScheduleItem } from './schedule-item.tsx';

export type AgainCardProps = {
  page: SchedulePage;
  maySteer: boolean;
  onPage: (cursor: string) => void;
  aside?: ReactNode;
};

/** What repeats, and what one can do with it. */
export function AgainCard({ page, maySteer, onPage, aside }: AgainCardProps) {
  const t = useTranslations('planning.again');
  const common = useTranslations('common');
  const list = useRef<HTMLDivElement>(null);
  const to = (cursor: string | null) => (cursor === null ? null : () => onPage(cursor));
  return (
    <Card title={t('title')} aside={aside}>
      {page.items.length === 0 ? <p className="text-sm text-ink-muted">{t('none')}</p> : null}
      {/* Takes the focus when the item that had it is gone. */}
      <div ref={list} tabIndex={-1} className="outline-none">
        {page.items.length > 0 ? (
          <ul aria-label={t('title')} className="divide-y divide-line">
            {page.items.map((schedule) => (
              <ScheduleItem
                key={schedule.id}
                schedule={schedule}
                maySteer={maySteer}
                onDeleted={() => list.current?.focus()}
              />
            ))}
          </ul>
        ) : null}
      </div>
      {page.previousCursor || page.nextCursor ? (
        <Pagination
          label={common('pages')}
          previousLabel={common('previous')}
          nextLabel={common('next')}
          summary={t('count', { count: page.total })}
          onPrevious={to(page.previousCursor)}
          onNext={to(page.nextCursor)}
        />
      ) : null}
    </Card>
  );
}
