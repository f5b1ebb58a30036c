'use client';

import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { cx } from '#components/ui/cx.ts';
import { Link } from '#components/ui/link.tsx';
import type { Notification } from '#contract/notifications.ts';
import { eventText } from '#domain/event-texts.ts';

export type NotificationEntryProps = {
  item: Notification;
  onOpen: () => void;
  /** What one can do with it. */
  aside?: ReactNode;
  className?: string;
};

/** One entry of the inbox: what happened to what, when, and the way there. */
export function NotificationEntry({ item, onOpen, aside, className }: NotificationEntryProps) {
  const t = useTranslations('notifications');
  const format = useFormat();
  const { title, text } = eventText(item.type, item.data, useLocale());
  return (
    <li className={cx('flex items-start gap-3 text-sm', className)}>
      <span className="flex h-5 w-2 shrink-0 items-center">
        {item.read ? null : <span aria-hidden className="size-2 rounded-full bg-accent" />}
      </span>
      <div className="min-w-0 grow">
        <Link
          href={item.page}
          onClick={onOpen}
          className={cx('block break-words text-ink no-underline hover:underline', !item.read && 'font-semibold')}
        >
          {item.read ? null : <span className="sr-only">{`${t('unread')}: `}</span>}
          {title}
        </Link>
        <p className="text-ink-muted">{text}</p>
        <p className="text-xs text-ink-muted">{format.dateTime(item.at)}</p>
      </div>
      {aside}
    </li>
  );
}
