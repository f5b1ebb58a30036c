'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { NotificationPage, Unread } from '#contract/notifications.ts';
import { apiGet, apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';
import { liveSocket } from './socket.ts';

/** For what no socket brought. */
const LOOK_AGAIN_MS = 60_000;
const LATEST = { limit: 5 };

export type NotificationQuery = {
  state?: 'unread' | 'read' | undefined;
  about?: 'batch' | 'job' | 'approval' | 'artifact' | 'webhook' | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

/** A page of one's inbox. */
export function useNotifications(query: NotificationQuery) {
  return useQuery({
    queryKey: queryKeys.notificationList(query),
    queryFn: ({ signal }) => apiGet<NotificationPage>('/api/v1/notifications', query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
  });
}

/** The latest few, as the bell shows them; all who ask share one look. */
export function useLatestNotifications() {
  return useNotifications(LATEST);
}

/** Keeps every look into the inbox fresh. Mounted once, with the bell. */
export function useLiveNotifications(): void {
  const cache = useQueryClient();
  useEffect(() => {
    const socket = liveSocket();
    const refresh = () => void cache.invalidateQueries({ queryKey: queryKeys.notifications });
    socket.on('notifications:changed', refresh);
    socket.io.on('reconnect', refresh);
    return () => {
      socket.off('notifications:changed', refresh);
      socket.io.off('reconnect', refresh);
    };
  }, [cache]);
}

/** Marks one entry, or everything up to a moment. */
export function useMarkNotifications() {
  const cache = useQueryClient();
  const onSettled = () => cache.invalidateQueries({ queryKey: queryKeys.notifications });
  const one = useMutation({
    mutationFn: ({ id, read }: { id: string; read: boolean }) =>
      apiSend<Unread>('PATCH', `/api/v1/notifications/${id}`, { body: { read } }),
    onSettled,
  });
  const all = useMutation({
    mutationFn: (until: string) => apiSend<Unread>('PUT', '/api/v1/notifications/reading', { body: { until } }),
    onSettled,
  });
  return { one, all };
}
