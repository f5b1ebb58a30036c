import { describe, expect, it } from 'vitest';
import { readMoment, readTime, tomorrow } from './read-moment.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

describe('a time of day', () => {
  it.each([
    ['06:30', '06:30'],
    ['6:30', '06:30'],
    ['6.30', '06:30'],
    [' 23:59 ', '23:59'],
    ['7', '07:00'],
    ['0:00', '00:00'],
    ['24:00', null],
    ['12:60', null],
    ['6:3', null],
    ['half zeven', null],
    ['', null],
  ])('%j is %j', (text, time) => {
    expect(readTime(text)).toBe(time);
  });
});

describe('a moment', () => {
  it.each([
    ['22-11-2026', '13:01', { at: '2026-11-22T12:01:00.000Z' }],
    ['1-7-2027', '6:00', { at: '2027-07-01T04:00:00.000Z' }],
    ['28-03-2027', '02:30', { at: '2027-03-28T01:30:00.000Z' }],
    ['22-11-2026', '13:00', { wrong: 'past' }],
    ['21-11-2026', '23:00', { wrong: 'past' }],
    ['31-02-2027', '06:00', { wrong: 'day' }],
    ['', '06:00', { wrong: 'day' }],
    ['23-11-2026', '25:00', { wrong: 'time' }],
  ])('%s at %s is %j', (day, time, read) => {
    expect(readMoment({ day, time }, NOW)).toEqual(read);
  });

  it('is at first guess tomorrow, by the clock of Amsterdam', () => {
    expect(tomorrow(NOW)).toEqual({ day: '23-11-2026', time: '06:00' });
    expect(tomorrow(new Date('2026-12-31T23:30:00Z'))).toEqual({ day: '02-01-2027', time: '06:00' });
    expect(readMoment(tomorrow(NOW), NOW)).toEqual({ at: '2026-11-23T05:00:00.000Z' });
  });
});
