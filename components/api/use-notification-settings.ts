'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NotificationSettings, NotificationSettingsChange } from '#contract/notifications.ts';
import { apiGet, apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

const PATH = '/api/v1/notification-settings';

/** How one wants to be told. */
export function useNotificationSettings() {
  return useQuery({
    queryKey: queryKeys.notificationSettings,
    queryFn: ({ signal }) => apiGet<NotificationSettings>(PATH, {}, signal),
  });
}

export function useChangeNotificationSettings() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: NotificationSettingsChange) => apiSend<NotificationSettings>('PUT', PATH, { body: change }),
    onSuccess: (settings) => cache.setQueryData(queryKeys.notificationSettings, settings),
  });
}
