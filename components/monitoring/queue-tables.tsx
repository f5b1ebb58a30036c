import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Monitoring } from '#contract/monitoring.ts';
import { JOB_STATUSES } from '#domain/job-status.ts';

/** Who waits, by priority; and where every job is that has not ended. */
export function QueueTables({ queue }: { queue: Monitoring['queue'] }) {
  return (
    <div className="flex flex-col gap-4">
      <ByPriority queue={queue} />
      <ByStatus queue={queue} />
    </div>
  );
}

function ByPriority({ queue: { byPriority } }: { queue: Monitoring['queue'] }) {
  const t = useTranslations('monitoring.queue');
  const format = useFormat();
  if (byPriority.length === 0) return <p className="text-sm text-ink-muted">{t('none')}</p>;
  const most = Math.max(1, ...byPriority.map(({ waiting, admitted }) => waiting + admitted));
  return (
    <Table caption={t('caption')} minWidth={0}>
      <TableHead>
        <HeadCell>{t('priority')}</HeadCell>
        <HeadCell numeric>{t('waiting')}</HeadCell>
        <HeadCell numeric>{t('admitted')}</HeadCell>
        <HeadCell className="w-2/5">{t('total')}</HeadCell>
      </TableHead>
      <TableBody>
        {byPriority.map(({ priority, waiting, admitted }) => (
          <TableRow key={priority}>
            <RowHeadCell>{priority}</RowHeadCell>
            <Cell numeric>{format.number(waiting)}</Cell>
            <Cell numeric>{format.number(admitted)}</Cell>
            <Cell>
              <span className="flex items-center gap-2">
                <span aria-hidden className="h-3 min-w-0 grow">
                  <span
                    className="block h-full min-w-[3px] rounded-sm bg-chart-1"
                    style={{ width: `${((waiting + admitted) / most) * 100}%` }}
                  />
                </span>
                <span className="shrink-0 text-right font-medium">{format.number(waiting + admitted)}</span>
              </span>
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function ByStatus({ queue: { byStatus } }: { queue: Monitoring['queue'] }) {
  const t = useTranslations('monitoring.queue');
  const format = useFormat();
  const states = JOB_STATUSES.filter((status) => byStatus[status]);
  if (states.length === 0) return null;
  return (
    <Table caption={t('statesCaption')} minWidth={0}>
      <TableHead>
        <HeadCell>{t('state')}</HeadCell>
        <HeadCell numeric>{t('count')}</HeadCell>
      </TableHead>
      <TableBody>
        {states.map((status) => (
          <TableRow key={status}>
            <RowHeadCell>
              <JobStatusBadge status={status} />
            </RowHeadCell>
            <Cell numeric>{format.number(byStatus[status] ?? 0)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
