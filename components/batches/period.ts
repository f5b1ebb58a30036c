export const PERIODS = ['today', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

const DAYS: Record<Period, number> = { today: 0, week: 6, month: 29 };

/** The midnight, on this device, with which a period up to and including today begins. */
export function periodStart(period: Period, now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - DAYS[period]);
}
