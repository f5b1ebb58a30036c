'use client';

import { useLocale } from 'use-intl';
import type { Notification } from '#contract/notifications.ts';
import { eventText } from '#domain/event-texts.ts';

/** What an entry is called, in the reader's language. */
export function useNotificationTitle({ type, data }: Notification): string {
  return eventText(type, data, useLocale()).title;
}
