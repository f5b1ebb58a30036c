import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { DELIVERY_CHANNELS, DELIVERY_PROBLEMS, DELIVERY_STATUSES, DISABLED_REASONS } from '#domain/deliveries.ts';
import { EVENT_TYPES, TEST_EVENT } from '#domain/events.ts';
import { LOCALES } from '#domain/locale.ts';
import type { Choices } from '#domain/notification-choices.ts';
import { moment } from './columns.ts';
import { organisations, users } from './people.ts';

/** The outbox: what happened, written with what it tells of, and told by whichever processor is first. */
export const events = pgTable(
  'events',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    type: text({ enum: [...EVENT_TYPES, TEST_EVENT] }).notNull(),
    /** As `domain/events.ts` says; nothing of a definition. */
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    /** The people it concerns before all others, such as who started the batch. */
    people: uuid().array().notNull(),
    createdAt: moment().notNull().default(sql`clock_timestamp()`),
    /** When its notifications and deliveries were written. */
    toldAt: moment(),
  },
  (table) => [index('events_untold').on(table.id).where(sql`told_at is null`), index().on(table.createdAt)],
);

/** The inbox of a person. */
export const notifications = pgTable(
  'notifications',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull().default(sql`clock_timestamp()`),
    readAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.eventId] }),
    index().on(table.userId, table.createdAt, table.eventId),
    index('notifications_unread').on(table.userId).where(sql`read_at is null`),
    index().on(table.eventId),
  ],
);

/** How a person wants to be told; who has no row gets what is usual. */
export const notificationSettings = pgTable('notification_settings', {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** Of their e-mail; pages have a language per device. */
  locale: text({ enum: LOCALES }).notNull().default('nl'),
  choices: jsonb().$type<Choices>().notNull().default({}),
  /** The address that was refused for good, and what the other side said; null: none was. */
  refusedAddress: text(),
  refusedAnswer: text(),
  refusedAt: moment(),
  updatedAt: moment().notNull().defaultNow(),
});

export const webhooks = pgTable(
  'webhooks',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    url: text().notNull(),
    events: text({ enum: EVENT_TYPES }).array().notNull(),
    /** Sealed with a key derived from AUTH_SECRET. */
    secret: text().notNull(),
    /** The one before it, which signs as well until then. */
    previousSecret: text(),
    previousUntil: moment(),
    enabled: boolean().notNull().default(true),
    disabledReason: text({ enum: DISABLED_REASONS }),
    disabledAt: moment(),
    /** Since when every attempt has failed; null: the last one worked. */
    failingSince: moment(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
    deletedAt: moment(),
  },
  (table) => [
    index().on(table.organisationId),
    check('webhooks_disabled_for_a_reason', sql`enabled = (disabled_reason is null)`),
    check('webhooks_previous_secret_ends', sql`(previous_secret is null) = (previous_until is null)`),
  ],
);

/** One event on its way to one receiver. Claimed for a while by whoever sends it; a claim that runs out is somebody else's. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid().primaryKey(),
    channel: text({ enum: DELIVERY_CHANNELS }).notNull(),
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    webhookId: uuid().references(() => webhooks.id),
    userId: uuid().references(() => users.id, { onDelete: 'cascade' }),
    /** The bytes that are signed and sent; of a webhook only. */
    body: text(),
    status: text({ enum: DELIVERY_STATUSES }).notNull().default('pending'),
    /** All there were, and those since it was last sent by hand. */
    attempts: integer().notNull().default(0),
    tries: integer().notNull().default(0),
    createdAt: moment().notNull().default(sql`clock_timestamp()`),
    /** From when on it may be tried; while it is being tried, when that claim runs out. */
    nextAt: moment(),
    claim: uuid(),
    endedAt: moment(),
  },
  (table) => [
    unique().on(table.eventId, table.webhookId),
    unique().on(table.eventId, table.userId),
    index('deliveries_due').on(table.nextAt).where(sql`status = 'pending'`),
    index().on(table.webhookId, table.createdAt, table.id),
    check(
      'deliveries_one_receiver',
      sql`(channel = 'webhook' and webhook_id is not null and user_id is null and body is not null)
        or (channel = 'email' and user_id is not null and webhook_id is null)`,
    ),
    check('deliveries_due_while_pending', sql`(status = 'pending') = (next_at is not null)`),
    check('deliveries_ended_when_not_pending', sql`(status = 'pending') = (ended_at is null)`),
  ],
);

/** Each time something was sent, written before it is: an attempt without an end was cut off with its processor. */
export const deliveryAttempts = pgTable(
  'delivery_attempts',
  {
    deliveryId: uuid()
      .notNull()
      .references(() => deliveries.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    startedAt: moment().notNull().default(sql`clock_timestamp()`),
    durationMs: integer(),
    /** Of HTTP or SMTP; null: there was no answer. */
    responseStatus: integer(),
    /** The first kilobyte of it. */
    answer: text(),
    problem: text({ enum: DELIVERY_PROBLEMS }),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.number] })],
);
