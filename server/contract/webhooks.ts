import { z } from 'zod';
import { DELIVERY_PROBLEMS, DELIVERY_STATUSES, DISABLED_REASONS } from '#domain/deliveries.ts';
import { EVENT_TYPES, TEST_EVENT, WEBHOOK_EVENTS } from '#domain/events.ts';
import { pageOf, pagingQuery } from './paging.ts';

const name = z.string().trim().min(1).max(200);
/** http or https; without a user name or password, which would be readable here and in logs. */
const url = z
  .url({ protocol: /^https?$/, error: 'An address that begins with https:// or http://.' })
  .max(2_000)
  .refine((text) => !(URL.parse(text)?.username || URL.parse(text)?.password), {
    error: 'An address without a user name and a password.',
  });
const events = z
  .array(z.enum(WEBHOOK_EVENTS as [string, ...string[]]))
  .min(1)
  .transform((list) => WEBHOOK_EVENTS.filter((type) => list.includes(type)));

export const newWebhookSchema = z.object({ name, url, events }).strict();
export type NewWebhook = z.output<typeof newWebhookSchema>;
export type NewWebhookInput = z.input<typeof newWebhookSchema>;

export const webhookPatchSchema = z
  .object({ name: name.optional(), url: url.optional(), events: events.optional(), enabled: z.boolean().optional() })
  .strict()
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), { error: 'Nothing to change' });
export type WebhookPatch = z.output<typeof webhookPatchSchema>;
export type WebhookPatchInput = z.input<typeof webhookPatchSchema>;

export const webhookSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.enum(EVENT_TYPES)),
  enabled: z.boolean(),
  /** Why and since when it is off; null while it is on. */
  disabled: z.object({ reason: z.enum(DISABLED_REASONS), at: z.string() }).nullable(),
  /** Since when nothing has got through; null: the last attempt did, or there was none. */
  failingSince: z.string().nullable(),
  /** Until when the secret before this one signs as well. */
  previousSecretUntil: z.string().nullable(),
  /** Deliveries that are on their way, and that were given up. */
  pending: z.number().int(),
  failed: z.number().int(),
  createdAt: z.string(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
});
export type Webhook = z.infer<typeof webhookSchema>;
export const webhookListSchema = z.object({ items: z.array(webhookSchema), limit: z.number().int() });
export type WebhookList = z.infer<typeof webhookListSchema>;

/** With the secret: said once, when it is made, and never again. */
export const webhookSecretSchema = webhookSchema.extend({ secret: z.string() });
export type WebhookSecret = z.infer<typeof webhookSecretSchema>;

export const deliveryQuerySchema = z.object({ ...pagingQuery, status: z.enum(DELIVERY_STATUSES).optional() });

const attemptSchema = z.object({
  number: z.number().int(),
  startedAt: z.string(),
  /** Null: it is under way, or was cut off with its processor. */
  durationMs: z.number().int().nullable(),
  responseStatus: z.number().int().nullable(),
  problem: z.enum(DELIVERY_PROBLEMS).nullable(),
});
export type DeliveryAttempt = z.infer<typeof attemptSchema>;

/** One event on its way to one webhook. */
export const deliverySchema = z.object({
  id: z.string(),
  /** What the receiver sees as `webhook-id`; the same at every attempt. */
  messageId: z.string(),
  type: z.enum([...EVENT_TYPES, TEST_EVENT]),
  status: z.enum(DELIVERY_STATUSES),
  attempts: z.number().int(),
  createdAt: z.string(),
  /** When it is tried next; null when it is not. */
  nextAt: z.string().nullable(),
  last: attemptSchema.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;
export const deliveryPageSchema = pageOf(deliverySchema);
export type DeliveryPage = z.infer<typeof deliveryPageSchema>;

export const deliveryDetailSchema = deliverySchema.extend({
  request: z.object({ url: z.string(), body: z.string() }),
  /** Latest first; `answer` is the first kilobyte of what came back. */
  tries: z.array(attemptSchema.extend({ answer: z.string().nullable() })),
});
export type DeliveryDetail = z.infer<typeof deliveryDetailSchema>;

/** Everything that was given up since this moment; all of it without one. */
export const replaySchema = z.object({ since: z.iso.datetime({ offset: true }).optional() }).strict();
export const replayedSchema = z.object({ count: z.number().int() });
export type Replayed = z.infer<typeof replayedSchema>;
