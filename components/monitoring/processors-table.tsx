import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { StatusBadge } from '#components/ui/chip.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { ProcessorView } from '#contract/monitoring.ts';
import { useAgo } from './use-ago.ts';

/** Who works, or did so within the last day, and how heavy the load is. */
export function ProcessorsTable({ processors }: { processors: readonly ProcessorView[] }) {
  const t = useTranslations('monitoring.processors');
  if (processors.length === 0) return <p className="text-sm text-ink-muted">{t('none')}</p>;
  return (
    <>
      <Table caption={t('caption')} minWidth={820}>
        <TableHead>
          <HeadCell>{t('name')}</HeadCell>
          <HeadCell>{t('state')}</HeadCell>
          <HeadCell numeric>{t('jobs')}</HeadCell>
          <HeadCell numeric>{t('memory')}</HeadCell>
          <HeadCell numeric>{t('lag')}</HeadCell>
          <HeadCell numeric>{t('pool')}</HeadCell>
        </TableHead>
        <TableBody>
          {processors.map((processor) => (
            <ProcessorRow key={processor.id} processor={processor} />
          ))}
        </TableBody>
      </Table>
      <p className="pt-2 text-xs text-ink-muted">
        {t('lag')}: {t('lagHelp')}
      </p>
    </>
  );
}

function ProcessorRow({ processor }: { processor: ProcessorView }) {
  const t = useTranslations('monitoring.processors');
  const none = useTranslations('monitoring')('none');
  const format = useFormat();
  const ago = useAgo();
  const { alive, load } = processor;
  const { total, idle, waiting } = load.pool;
  const since = format.dateTimeSeconds(processor.startedAt);
  // What a silent one last said of its load is no longer true.
  const now = (text: string) => (alive ? text : none);
  return (
    <TableRow>
      <RowHeadCell>
        <span className="break-words">
          {processor.host}:{processor.pid}
        </span>
        <span className="block text-xs font-normal text-ink-muted">
          {t('version', { version: processor.version, since })}
        </span>
      </RowHeadCell>
      <Cell>
        <StatusBadge tone={alive ? 'success' : 'warning'} icon={alive ? CircleCheck : CircleAlert}>
          {t(alive ? 'alive' : 'silent')}
        </StatusBadge>
        <span className="block pt-0.5 text-xs text-ink-muted">{ago(processor.silentSeconds)}</span>
      </Cell>
      <Cell numeric>{now(format.number(load.jobs.length))}</Cell>
      <Cell numeric>{now(format.bytes(load.rss))}</Cell>
      <Cell numeric>{now(t('ms', { ms: format.decimal(load.eventLoopLagMs) }))}</Cell>
      <Cell numeric>
        {now(t('poolUse', { used: format.number(total - idle), total: format.number(total) }))}
        {alive && waiting > 0 ? (
          <span className="block text-xs text-warning-ink">
            {t('poolWaiting', { waiting: format.number(waiting) })}
          </span>
        ) : null}
      </Cell>
    </TableRow>
  );
}
