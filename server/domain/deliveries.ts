/** How something told leaves the house. */
export const DELIVERY_CHANNELS = ['webhook', 'email'] as const;
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];

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
  'turned_off',
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

/** For how long something is tried, in milliseconds, before it is given up. */
export const TRIED_FOR_MS = 24 * HOUR;

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

/**
 * How long to wait after attempt number `tries`, in milliseconds, or null when there is none after it. Up to a fifth is taken off by
 * `random` (0 to 1), so that what failed together does not come back together.
 */
export function retryDelayMs(tries: number, random: number): number | null {
  const wait = WAITS_MS[tries - 1];
  return wait === undefined ? null : Math.round(wait * (1 - random / 5));
}
