'use client';

import { Bell as BellIcon } from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import {
  useLatestNotifications,
  useLiveNotifications,
  useMarkNotifications,
} from '#components/api/use-notifications.ts';
import { buttonClass } from '#components/ui/button.tsx';
import { POPOVER } from '#components/ui/field-styles.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Notification } from '#contract/notifications.ts';
import { NotificationEntry } from './notification-entry.tsx';
import { useAnnounceNew } from './use-announce-new.ts';

const MOST = 99;
const NONE: Notification[] = [];

/** The inbox on every page: how much is unread, the latest entries, and the way to all of it. */
export function Bell() {
  const t = useTranslations('notifications');
  useLiveNotifications();
  const { data } = useLatestNotifications();
  const items = data?.items ?? NONE;
  const unread = data?.unread ?? 0;
  useAnnounceNew(data?.items);
  return (
    <DialogTrigger>
      <IconButton label={t('bell', { count: unread })} tooltip={false} className="relative">
        <BellIcon aria-hidden size={18} />
        {unread > 0 ? (
          <span
            aria-hidden
            className="absolute top-0.5 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-accent-ink"
          >
            {unread > MOST ? `${MOST}+` : unread}
          </span>
        ) : null}
      </IconButton>
      <Popover offset={6} placement="bottom end" className={`${POPOVER} w-96 max-w-[calc(100vw-16px)]`}>
        <Dialog aria-label={t('latest')} className="flex flex-col outline-none">
          {({ close }) => <Latest items={items} onLeave={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Latest({ items, onLeave }: { items: readonly Notification[]; onLeave: () => void }) {
  const t = useTranslations('notifications');
  const { one } = useMarkNotifications();
  return (
    <>
      {items.length === 0 ? (
        <p className="p-4 text-sm text-ink-muted">{t('none')}</p>
      ) : (
        <ul className="max-h-96 divide-y divide-line overflow-auto">
          {items.map((item) => (
            <NotificationEntry
              key={item.id}
              item={item}
              className="px-4 py-3"
              onOpen={() => {
                if (!item.read) one.mutate({ id: item.id, read: true });
                onLeave();
              }}
            />
          ))}
        </ul>
      )}
      <div className="border-t border-line p-1">
        <Link href="/notifications" onClick={onLeave} className={buttonClass('quiet', 'small', 'w-full')}>
          {t('all')}
        </Link>
      </div>
    </>
  );
}
