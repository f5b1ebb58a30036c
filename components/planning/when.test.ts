import { describe, expect, it } from 'vitest';
import { cronOf, type When, whenOf } from './when.ts';

const PAIRS: [string, When][] = [
  ['*/1 * * * *', { kind: 'minutes', every: 1 }],
  ['*/15 * * * *', { kind: 'minutes', every: 15 }],
  ['5 * * * *', { kind: 'hourly', minute: 5 }],
  ['0 6 * * *', { kind: 'daily', time: '06:00' }],
  ['30 18 * * 1-5', { kind: 'workdays', time: '18:30' }],
  ['0 6 * * 1', { kind: 'weekly', days: [1], time: '06:00' }],
  ['0 6 * * 1,4,7', { kind: 'weekly', days: [1, 4, 7], time: '06:00' }],
  ['5 0 1 * *', { kind: 'monthly', day: 1, time: '00:05' }],
  ['0 23 L * *', { kind: 'monthly', day: 'last', time: '23:00' }],
  ['0 0 1 1 *', { kind: 'cron', cron: '0 0 1 1 *' }],
];

describe('what a cron expression says', () => {
  it.each(PAIRS)('%s', (cron, when) => {
    expect(whenOf(cron)).toEqual(when);
    expect(cronOf(when)).toBe(cron);
  });

  it.each<[string, When]>([
    ['* * * * *', { kind: 'minutes', every: 1 }],
    ['0 6 * * 0', { kind: 'weekly', days: [7], time: '06:00' }],
    ['0 6 * * MON-FRI', { kind: 'workdays', time: '06:00' }],
    ['0 6 * * 1,2,3,4,5', { kind: 'workdays', time: '06:00' }],
    ['0 6 * * sat,sun', { kind: 'weekly', days: [6, 7], time: '06:00' }],
    ['0 6 * * 1-7', { kind: 'daily', time: '06:00' }],
  ])('%s, in other words', (cron, when) => {
    expect(whenOf(cron)).toEqual(when);
  });

  it.each([
    '*/25 * * * *',
    '0,30 * * * *',
    '0 6,18 * * *',
    '0 6 * 1-6 *',
    '0 6 1 * 1',
    '0 6 1,15 * *',
    '0 */2 * * *',
    '0 6 * * 5-1',
    '0 6 * * */2',
    'wat dan ook',
  ])('%s stays as it is', (cron) => {
    expect(whenOf(cron)).toEqual({ kind: 'cron', cron });
    expect(cronOf(whenOf(cron))).toBe(cron);
  });
});
