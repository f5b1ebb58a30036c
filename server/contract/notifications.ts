import { z } from 'zod';
import { EVENT_TYPES } from '#domain/events.ts';
import { LOCALES } from '#domain/locale.ts';
import { pageOf, pagingQuery } from './paging.ts';

const named = { id: z.string(), name: z.string() };

/** What an event carries; `domain/events.ts` says which carries what. */
const eventDataSchema = z.object({
  batch: z.looseObject({ ...named, jobs: z.number().int() }).optional(),
  job: z.looseObject({ ...named, status: z.string(), operation: z.string() }).optional(),
  artifact: z.looseObject({ id: z.string(), fileName: z.string() }).optional(),
  webhook: z.looseObject(named).optional(),
});

/** One entry of one's inbox. */
export const notificationSchema = z.object({
  /** The event's id. */
  id: z.string(),
  type: z.enum(EVENT_TYPES),
  /** UTC, to the microsecond. */
  at: z.string(),
  read: z.boolean(),
  data: eventDataSchema,
  /** The path of the page about it. */
  page: z.string(),
});
export type Notification = z.infer<typeof notificationSchema>;

export const notificationQuerySchema = z.object({
  ...pagingQuery,
  state: z.enum(['unread', 'read']).optional(),
  /** Events of one kind of thing. */
  about: z.enum(['batch', 'job', 'approval', 'artifact', 'webhook']).optional(),
});
/** `unread`: of the whole inbox, whatever was asked for. */
export const notificationPageSchema = pageOf(notificationSchema).extend({ unread: z.number().int() });
export type NotificationPage = z.infer<typeof notificationPageSchema>;

export const notificationPatchSchema = z.object({ read: z.boolean() }).strict();
/** Everything up to this moment, as `at` says it, so that what came meanwhile stays unread. */
export const readingSchema = z.object({ until: z.iso.datetime({ offset: true }) }).strict();
export const unreadSchema = z.object({ unread: z.number().int() });
export type Unread = z.infer<typeof unreadSchema>;

const choiceSchema = z.object({ inbox: z.boolean(), email: z.boolean() }).strict();
const choicesSchema = z.record(z.enum(EVENT_TYPES), choiceSchema);

/** How a person wants to be told. */
export const notificationSettingsSchema = z.object({
  /** Of one's e-mail. */
  locale: z.enum(LOCALES),
  choices: choicesSchema,
  email: z.object({
    address: z.string(),
    /** False: nobody has told this installation how to send e-mail. */
    available: z.boolean(),
    /** Set: this address was refused for good, and gets nothing until one asks for it again. */
    refused: z.object({ at: z.string(), answer: z.string() }).nullable(),
  }),
});
export type NotificationSettings = z.infer<typeof notificationSettingsSchema>;

export const notificationSettingsChangeSchema = z
  .object({
    locale: z.enum(LOCALES),
    choices: z.partialRecord(z.enum(EVENT_TYPES), choiceSchema),
    /** True: try an address that was refused once more. */
    tryAddressAgain: z.boolean().default(false),
  })
  .strict();
export type NotificationSettingsChange = z.input<typeof notificationSettingsChangeSchema>;
