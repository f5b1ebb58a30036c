'use client';

import { useEffect, useRef } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { jobWatcher } from '#components/api/job-watcher.ts';
import { announce } from '#components/ui/live-region.tsx';
import type { Notification } from '#contract/notifications.ts';
import { eventText } from '#domain/event-texts.ts';

/** Says what came in while the page was open, once for all that came together; a job this tab follows speaks for itself. */
export function useAnnounceNew(items: readonly Notification[] | undefined): void {
  const t = useTranslations('notifications');
  const locale = useLocale();
  const newest = useRef<string | null>(null);
  useEffect(() => {
    if (!items) return;
    const since = newest.current;
    newest.current = items[0]?.at ?? since ?? '';
    if (since === null) return;
    const fresh = items.filter(({ at, read, data }) => at > since && !read && !isFollowed(data));
    const [first] = fresh;
    if (!first) return;
    const { title } = eventText(first.type, first.data, locale);
    announce(fresh.length === 1 ? t('newOne', { title }) : t('newSeveral', { count: fresh.length }));
  }, [items, locale, t]);
}

function isFollowed({ job }: Notification['data']): boolean {
  return job !== undefined && jobWatcher.latest(job.id) !== null;
}
