import { z } from 'zod';
import {
  notificationPageSchema,
  notificationPatchSchema,
  notificationQuerySchema,
  notificationSettingsChangeSchema,
  notificationSettingsSchema,
  readingSchema,
  unreadSchema,
} from '#contract/notifications.ts';
import { listNotifications } from '#server/notifications/list-notifications.ts';
import { markNotification, markNotificationsRead } from '#server/notifications/mark-notifications.ts';
import { changeNotificationSettings, readNotificationSettings } from '#server/notifications/notification-settings.ts';
import type { Services } from '#server/services.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Notifications';

/** One's own inbox and how one wants to be told: everybody has these, whatever the role. */
export function addNotifications(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/notifications',
    tag,
    summary: 'Your inbox, newest first, and how many entries are unread',
    query: notificationQuerySchema,
    answer: notificationPageSchema,
    handle: ({ actor, query }) => listNotifications(services, actor, query),
  });
  addEndpoint(api, services, {
    method: 'patch',
    path: '/notifications/{id}',
    tag,
    summary: 'Mark an entry as read, or as unread again',
    params: z.object({ id: z.uuid() }),
    body: notificationPatchSchema,
    answer: unreadSchema,
    handle: ({ actor, params: { id }, body: { read } }) => markNotification(services, actor, { id, read }),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/notifications/reading',
    tag,
    summary: 'Mark everything up to a moment as read',
    body: readingSchema,
    answer: unreadSchema,
    handle: ({ actor, body: { until } }) => markNotificationsRead(services, actor, until),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/notification-settings',
    tag,
    summary: 'Which events you are told of, and by what',
    answer: notificationSettingsSchema,
    single: true,
    handle: ({ actor }) => readNotificationSettings(services, actor),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/notification-settings',
    tag,
    summary: 'Choose which events you are told of, and by what',
    body: notificationSettingsChangeSchema,
    answer: notificationSettingsSchema,
    handle: ({ actor, body }) => changeNotificationSettings(services, actor, body),
  });
}
