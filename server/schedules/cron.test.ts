import { describe, expect, it } from 'vitest';
import { nextMoment, nextMoments, readCron } from './cron.ts';

/** The next moments after one, both as the clock of Amsterdam shows them with its distance to UTC. */
function next(cron: string, after: string, count = 1): string[] {
  return nextMoments(readCron(cron), new Date(after), count).map((moment) =>
    moment
      .toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' })
      .replace(':00 GMT', ' '),
  );
}

const codeOf = (cron: string) => {
  try {
    return readCron(cron);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a cron expression', () => {
  it.each([
    ['0 6 * * *', '2026-11-22T12:00:00Z', '2026-11-23 06:00 +01:00'],
    ['0 6 * * 1-5', '2026-11-20T12:00:00Z', '2026-11-23 06:00 +01:00'],
    ['0 6 * * MON', '2026-11-23T05:00:00Z', '2026-11-30 06:00 +01:00'],
    ['0 6 * * 7', '2026-11-23T05:00:00Z', '2026-11-29 06:00 +01:00'],
    ['30 18 1 * *', '2026-07-01T16:30:00Z', '2026-08-01 18:30 +02:00'],
    ['0 0 29 2 *', '2026-11-22T12:00:00Z', '2028-02-29 00:00 +01:00'],
    ['0 23 L * *', '2027-02-01T12:00:00Z', '2027-02-28 23:00 +01:00'],
    ['*/20 * * * *', '2026-11-22T12:01:00Z', '2026-11-22 13:20 +01:00'],
    ['0 0 30 2 1', '2026-11-22T12:00:00Z', '2027-02-01 00:00 +01:00'],
    ['0 0 30 1,2 *', '2026-11-22T12:00:00Z', '2027-01-30 00:00 +01:00'],
  ])('%s comes after %s at %s', (cron, after, moment) => {
    expect(next(cron, after)).toEqual([moment]);
  });

  it('is kept with single blanks', () => {
    expect(readCron('  0   6 * *\t* ')).toBe('0 6 * * *');
  });

  it.each([
    '',
    'elke dag',
    '0 6 * *',
    '0 6 * * * *',
    '@daily',
    '60 * * * *',
    '0 24 * * *',
    '0 0 0 * *',
    '0 0 * 13 *',
    '0 0 * * 8',
    'H 6 * * *',
    '5-1 * * * *',
    '*/0 * * * *',
    '-5 * * * *',
    '0 6 * * 5#2',
    '0 6 ? * *',
    '0 6 * FOO *',
  ])('%j is none', (cron) => {
    expect(codeOf(cron)).toBe('invalid_cron');
  });

  it.each(['0 0 30 2 *', '0 0 31 2 *', '15 4 31 4,6,9,11 *', '0 0 30-31 2 *', '0 0 31 FEB *'])(
    '%s never comes',
    (cron) => {
      expect(codeOf(cron)).toBe('cron_never_fires');
      expect(() => nextMoment(cron, new Date())).toThrow();
    },
  );
});

describe('when the clock goes forward', () => {
  const night = '2026-03-28T20:00:00Z';

  it('a time that it skips comes once, as much later', () => {
    expect(next('30 2 * * *', night, 2)).toEqual(['2026-03-29 03:30 +02:00', '2026-03-30 02:30 +02:00']);
    expect(next('0 2 * * *', '2026-03-29T00:59:00Z', 2)).toEqual([
      '2026-03-29 03:00 +02:00',
      '2026-03-30 02:00 +02:00',
    ]);
    expect(next('30 2 * * *', '2026-03-29T01:10:00Z', 1)).toEqual(['2026-03-29 03:30 +02:00']);
  });

  it('two times that become the same one come once', () => {
    expect(next('0 2,3 * * *', night, 3)).toEqual([
      '2026-03-29 03:00 +02:00',
      '2026-03-30 02:00 +02:00',
      '2026-03-30 03:00 +02:00',
    ]);
    expect(next('0 * * * *', '2026-03-28T23:30:00Z', 3)).toEqual([
      '2026-03-29 01:00 +01:00',
      '2026-03-29 03:00 +02:00',
      '2026-03-29 04:00 +02:00',
    ]);
  });
});

describe('when the clock goes back', () => {
  it('a time that it says twice comes once', () => {
    expect(next('30 2 * * *', '2026-10-24T20:00:00Z', 2)).toEqual([
      '2026-10-25 02:30 +02:00',
      '2026-10-26 02:30 +01:00',
    ]);
    expect(next('30 2 * * *', '2026-10-25T00:30:00Z')).toEqual(['2026-10-26 02:30 +01:00']);
    expect(next('30 2 * * *', '2026-10-25T01:00:00Z')).toEqual(['2026-10-26 02:30 +01:00']);
    expect(next('0 * * * *', '2026-10-24T23:30:00Z', 3)).toEqual([
      '2026-10-25 02:00 +02:00',
      '2026-10-25 03:00 +01:00',
      '2026-10-25 04:00 +01:00',
    ]);
  });
});

describe('on and on, whatever the expression', () => {
  it.each(['*/15 * * * *', '7 1-4 * * *', '30 2 * * 0', '0 0 * * *', '59 23 L * *'])('%s goes on in order', (cron) => {
    let at = new Date('2026-03-01T00:00:00Z');
    for (let left = 100; left > 0; left--) {
      const moment = nextMoment(cron, at);
      expect(moment.getTime()).toBeGreaterThan(at.getTime());
      // Asked a millisecond before it, or from the moment itself: the same order, nothing twice, nothing left out.
      expect(nextMoment(cron, new Date(moment.getTime() - 1))).toEqual(moment);
      at = moment;
    }
  });
});
