'use client';

import { RotateCcw } from 'lucide-react';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useDeliveries, type useSteerWebhook } from '#components/api/use-webhooks.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Select } from '#components/ui/select.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Webhook } from '#contract/webhooks.ts';
import { DELIVERY_STATUSES } from '#domain/deliveries.ts';
import { DeliveryPanel } from './delivery-panel.tsx';
import { DeliveryTable } from './delivery-table.tsx';

const FILTERS = { status: parseAsStringLiteral(DELIVERY_STATUSES), cursor: parseAsString };
const PAGE = 25;

export type DeliveriesProps = { webhook: Webhook; steer: ReturnType<typeof useSteerWebhook> };

/** What went to a webhook: narrowed by how it ended, looked into, sent again. */
export function Deliveries({ webhook, steer }: DeliveriesProps) {
  const t = useTranslations('webhooks.deliveries');
  const [{ status, cursor }, setFilters] = useQueryStates(FILTERS);
  const list = useDeliveries(webhook.id, { status: status ?? undefined, cursor: cursor ?? undefined, limit: PAGE });
  const [open, setOpen] = useState<string | null>(null);
  const { replayAll } = steer;
  return (
    <Card title={t('title')}>
      <div className="flex flex-wrap items-end justify-between gap-3 pb-4">
        <Select
          label={t('status')}
          options={(['all', ...DELIVERY_STATUSES] as const).map((value) => ({ value, label: t(`statuses.${value}`) }))}
          value={status ?? 'all'}
          onChange={(value) => void setFilters({ status: value === 'all' ? null : value, cursor: null })}
          className="w-40"
        />
        {webhook.failed > 0 && webhook.enabled ? (
          <Button
            icon={<RotateCcw aria-hidden size={16} />}
            pending={replayAll.isPending}
            onPress={() =>
              replayAll.mutate(undefined, { onSuccess: ({ count }) => announce(t('replayedAll', { count })) })
            }
          >
            {t('replayAll')}
          </Button>
        ) : null}
      </div>
      <List
        list={list}
        filtered={status !== null}
        onOpen={setOpen}
        onClear={() => void setFilters({ status: null, cursor: null })}
        onCursor={(next) => void setFilters({ cursor: next }, { history: 'push' })}
      />
      <DeliveryPanel webhook={webhook} deliveryId={open} steer={steer} onClose={() => setOpen(null)} />
    </Card>
  );
}

type ListProps = {
  list: ReturnType<typeof useDeliveries>;
  filtered: boolean;
  onOpen: (id: string) => void;
  onClear: () => void;
  onCursor: (cursor: string) => void;
};

function List({ list, filtered, onOpen, onClear, onCursor }: ListProps) {
  const t = useTranslations('webhooks.deliveries');
  const common = useTranslations('common');
  const problemText = useProblemText();
  if (list.isPending) return <SkeletonRows rows={5} label={common('loading')} />;
  if (list.isError) {
    const { title, detail } = problemText(list.error);
    return (
      <ErrorState title={title} action={<Button onPress={() => list.refetch()}>{common('retry')}</Button>}>
        {detail}
      </ErrorState>
    );
  }
  const { items, total, nextCursor, previousCursor } = list.data;
  if (items.length === 0)
    return filtered ? (
      <EmptyState title={t('noMatchTitle')} action={<Button onPress={onClear}>{common('clearFilters')}</Button>}>
        {t('noMatchText')}
      </EmptyState>
    ) : (
      <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
    );
  const to = (cursor: string | null) => (cursor === null ? null : () => onCursor(cursor));
  return (
    <>
      <DeliveryTable items={items} onOpen={onOpen} />
      <Pagination
        label={common('pages')}
        previousLabel={common('previous')}
        nextLabel={common('next')}
        summary={t('summary', { count: total })}
        onPrevious={to(previousCursor)}
        onNext={to(nextCursor)}
      />
    </>
  );
}
