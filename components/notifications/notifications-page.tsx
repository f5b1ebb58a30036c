'use client';

import { CheckCheck, Mail, MailOpen, Settings, Webhook } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useMayDo } from '#components/api/use-me.ts';
import { useLatestNotifications, useMarkNotifications, useNotifications } from '#components/api/use-notifications.ts';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Select } from '#components/ui/select.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Notification } from '#contract/notifications.ts';
import { NotificationEntry } from './notification-entry.tsx';
import { ABOUTS, STATES, useNotificationFilters } from './use-notification-filters.ts';
import { useNotificationTitle } from './use-notification-title.ts';

type Filters = ReturnType<typeof useNotificationFilters>;

/** The whole inbox of a person. */
export function NotificationsPage() {
  const t = useTranslations('notifications');
  const mayManage = useMayDo('webhook:manage');
  const filters = useNotificationFilters();
  const list = useNotifications(filters.query);
  const { all } = useMarkNotifications();
  const latest = useLatestNotifications().data;
  const newest = latest?.items[0];
  const actions = (
    <>
      {mayManage ? (
        <LinkButton href="/webhooks" icon={<Webhook aria-hidden size={16} />}>
          {t('webhooks')}
        </LinkButton>
      ) : null}
      <LinkButton href="/notifications/settings" icon={<Settings aria-hidden size={16} />}>
        {t('settings')}
      </LinkButton>
      {newest && latest.unread > 0 ? (
        <Button
          variant="primary"
          icon={<CheckCheck aria-hidden size={16} />}
          pending={all.isPending}
          onPress={() => all.mutate(newest.at, { onSuccess: () => announce(t('allRead')) })}
        >
          {t('markAll')}
        </Button>
      ) : null}
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} actions={actions} />
      <FilterBar filters={filters} />
      <List list={list} filters={filters} />
    </>
  );
}

function FilterBar({ filters: { values, set } }: { filters: Filters }) {
  const t = useTranslations('notifications');
  return (
    <search aria-label={t('filters')} className="flex flex-wrap items-end gap-3 pb-4">
      <Select
        label={t('state')}
        options={(['all', ...STATES] as const).map((value) => ({ value, label: t(`states.${value}`) }))}
        value={values.state ?? 'all'}
        onChange={(value) => set({ state: value === 'all' ? null : value })}
        className="w-36"
      />
      <Select
        label={t('about')}
        options={(['all', ...ABOUTS] as const).map((value) => ({ value, label: t(`abouts.${value}`) }))}
        value={values.about ?? 'all'}
        onChange={(value) => set({ about: value === 'all' ? null : value })}
        className="w-40"
      />
    </search>
  );
}

function List({ list, filters }: { list: ReturnType<typeof useNotifications>; filters: Filters }) {
  const t = useTranslations('notifications');
  const common = useTranslations('common');
  if (list.isPending) return <SkeletonRows rows={6} label={common('loading')} />;
  if (list.isError) {
    return <LoadError query={list} />;
  }
  const { items, total, nextCursor, previousCursor } = list.data;
  if (items.length === 0 && filters.filtered)
    return (
      <EmptyState title={t('noMatchTitle')} action={<Button onPress={filters.clear}>{common('clearFilters')}</Button>}>
        {t('noMatchText')}
      </EmptyState>
    );
  if (items.length === 0) return <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>;
  const to = (cursor: string | null) => (cursor === null ? null : () => filters.setCursor(cursor));
  return (
    <>
      <ul aria-label={t('title')} className="divide-y divide-line rounded-md border border-line bg-surface">
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </ul>
      <Pagination
        label={common('pages')}
        previousLabel={common('previous')}
        nextLabel={common('next')}
        summary={<span role="status">{t('summary', { count: total })}</span>}
        onPrevious={to(previousCursor)}
        onNext={to(nextCursor)}
      />
    </>
  );
}

function Row({ item }: { item: Notification }) {
  const t = useTranslations('notifications');
  const { one } = useMarkNotifications();
  const title = useNotificationTitle(item);
  const action = t(item.read ? 'markUnread' : 'markRead');
  return (
    <NotificationEntry
      item={item}
      className="px-4 py-3"
      onOpen={() => {
        if (!item.read) one.mutate({ id: item.id, read: true });
      }}
      aside={
        <IconButton
          label={t('markOf', { action, title })}
          onPress={() => one.mutate({ id: item.id, read: !item.read })}
        >
          {item.read ? <Mail aria-hidden size={18} /> : <MailOpen aria-hidden size={18} />}
        </IconButton>
      }
    />
  );
}
