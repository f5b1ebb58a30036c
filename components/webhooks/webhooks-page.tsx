'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useWebhooks } from '#components/api/use-webhooks.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Allowed } from '#components/shell/allowed.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Webhook } from '#contract/webhooks.ts';
import { CreateWebhook } from './create-webhook.tsx';
import { WebhookState } from './webhook-state.tsx';

/** Where an organisation sends what happens. */
export function WebhooksPage() {
  const t = useTranslations('webhooks');
  return (
    <Allowed action="webhook:manage">
      <Webhooks title={t('title')} />
    </Allowed>
  );
}

function Webhooks({ title }: { title: string }) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const list = useWebhooks();
  const [making, setMaking] = useState(false);
  const full = list.data !== undefined && list.data.items.length >= list.data.limit;
  return (
    <>
      <PageHeader
        title={title}
        context={full ? t('full', { limit: String(list.data?.limit) }) : t('lead')}
        actions={
          <Button
            variant="primary"
            icon={<Plus aria-hidden size={16} />}
            isDisabled={full}
            onPress={() => setMaking(true)}
          >
            {t('make')}
          </Button>
        }
      />
      {list.isPending ? <SkeletonRows rows={4} label={common('loading')} /> : null}
      {list.isError ? (
        <ErrorState
          title={problemText(list.error).title}
          action={<Button onPress={() => list.refetch()}>{common('retry')}</Button>}
        >
          {problemText(list.error).detail}
        </ErrorState>
      ) : null}
      {list.data?.items.length === 0 ? <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState> : null}
      {list.data && list.data.items.length > 0 ? <WebhookTable items={list.data.items} /> : null}
      {making ? <CreateWebhook onClose={() => setMaking(false)} /> : null}
    </>
  );
}

function WebhookTable({ items }: { items: readonly Webhook[] }) {
  const t = useTranslations('webhooks');
  const format = useFormat();
  return (
    <Table caption={t('caption')} minWidth={680}>
      <TableHead>
        <HeadCell>{t('name')}</HeadCell>
        <HeadCell>{t('address')}</HeadCell>
        <HeadCell className="w-40">{t('events')}</HeadCell>
        <HeadCell className="w-32">{t('state')}</HeadCell>
        <HeadCell className="w-40">{t('sent')}</HeadCell>
      </TableHead>
      <TableBody>
        {items.map((webhook) => (
          <TableRow key={webhook.id}>
            <RowHeadCell>
              <Link
                href={`/webhooks/${webhook.id}`}
                className="break-words underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
              >
                {webhook.name}
              </Link>
            </RowHeadCell>
            <Cell className="break-all text-ink-muted">{webhook.url}</Cell>
            <Cell>{t('eventsCount', { count: webhook.events.length })}</Cell>
            <Cell>
              <WebhookState webhook={webhook} />
            </Cell>
            <Cell>
              {webhook.pending > 0 ? (
                <span className="block">{t('waiting', { count: format.number(webhook.pending) })}</span>
              ) : null}
              {webhook.failed > 0 ? (
                <span className="block text-danger-ink">{t('givenUp', { count: format.number(webhook.failed) })}</span>
              ) : null}
              {webhook.pending + webhook.failed === 0 ? (
                <span className="text-ink-muted">{t('nothingOpen')}</span>
              ) : null}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
