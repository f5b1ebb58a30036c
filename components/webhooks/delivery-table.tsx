'use client';

import { useLocale, useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Delivery } from '#contract/webhooks.ts';
import { eventName } from '#domain/event-texts.ts';
import { DeliveryStatus } from './delivery-status.tsx';
import { useAnswerText } from './use-answer-text.ts';

export type DeliveryTableProps = { items: readonly Delivery[]; onOpen: (id: string) => void };

/** A row per delivery; its event is the button that opens all of it. */
export function DeliveryTable({ items, onOpen }: DeliveryTableProps) {
  const t = useTranslations('webhooks.deliveries');
  return (
    <Table caption={t('caption')} minWidth={760}>
      <TableHead>
        <HeadCell>{t('event')}</HeadCell>
        <HeadCell className="w-44">{t('when')}</HeadCell>
        <HeadCell className="w-36">{t('status')}</HeadCell>
        <HeadCell numeric className="w-24">
          {t('attempts')}
        </HeadCell>
        <HeadCell>{t('answer')}</HeadCell>
        <HeadCell numeric className="w-24">
          {t('duration')}
        </HeadCell>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <Row key={item.id} item={item} onOpen={() => onOpen(item.id)} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ item, onOpen }: { item: Delivery; onOpen: () => void }) {
  const t = useTranslations('webhooks.deliveries');
  const format = useFormat();
  const answerText = useAnswerText();
  const event = eventName(item.type, useLocale());
  const at = format.dateTimeSeconds(item.createdAt);
  const { last, nextAt, status } = item;
  return (
    <TableRow>
      <RowHeadCell>
        <button
          type="button"
          onClick={onOpen}
          aria-label={t('open', { event, at })}
          className="min-h-6 rounded-sm text-left text-ink underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
        >
          {event}
        </button>
      </RowHeadCell>
      <Cell className="whitespace-nowrap">{at}</Cell>
      <Cell>
        <DeliveryStatus status={status} />
      </Cell>
      <Cell numeric>{format.number(item.attempts)}</Cell>
      <Cell>
        {last ? (last.durationMs === null && status === 'pending' ? t('underWay') : answerText(last)) : t('notTried')}
        {status === 'pending' && nextAt && last?.durationMs != null ? (
          <span className="block text-xs text-ink-muted">{t('next', { at: format.dateTimeSeconds(nextAt) })}</span>
        ) : null}
      </Cell>
      <Cell numeric className="whitespace-nowrap">
        {last?.durationMs == null ? '' : t('ms', { ms: format.number(last.durationMs) })}
      </Cell>
    </TableRow>
  );
}
