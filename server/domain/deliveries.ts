/** How something told leaves the house. */
export const DELIVERY_CHANNELS = ['webhook', 'email'] as const;

/** `failed`: given up; it can be sent again by hand, under the same id. */
export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Why an attempt did not work, as far as it did not get an answer; an answer speaks by its status. */
export const DELIVERY_PROBLEMS = [
  'unresolved',
  'address_not_allowed',
  'port_not_allowed',
  'connection_failed',
  'tls_failed',
  'timeout',
  'cut_off',
  'redirect',
  'refused',
  'gone',
  'not_signed',
  'recipient_refused',
  'sender_refused',
] as const;
export type DeliveryProblem = (typeof DELIVERY_PROBLEMS)[number];

/** Why a webhook is off: a person turned it off, its receiver failed too long, or answered 410 Gone. */
export const DISABLED_REASONS = ['by_hand', 'failing', 'gone'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The waits after the 1st, 2nd, ... attempt, in milliseconds; together just under a day. */
const WAITS_MS: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  7 * HOUR,
  9 * HOUR,
];

/** The longest that a receiver may ask us to wait, in milliseconds. */
const LONGEST_WISH_MS = 2 * HOUR;

/** A webhook is turned off when something is given up and nothing has got through to it for so many hours. */
export const FAILING_HOURS = 12;

/** How long a secret that was replaced signs as well, in hours. */
export const OLD_SECRET_HOURS = 24;

/**
 * How long to wait after attempt number `tries`, in milliseconds, or null when there is none after it. Up to a fifth is taken off by
 * `random` (0 to 1), so that what failed together does not come back together; `wishMs` is what the receiver asked for.
 */
export function retryDelayMs(tries: number, random: number, wishMs = 0): number | null {
  const wait = WAITS_MS[tries - 1];
  if (wait === undefined) return null;
  return Math.max(Math.round(wait * (1 - random / 5)), Math.min(wishMs, LONGEST_WISH_MS));
}
