import { describe, expect, it } from 'vitest';
import { dayText, parseDay } from './day-text.ts';

describe('a day as people write it', () => {
  it.each([
    ['22-11-2026', '2026-11-22'],
    ['1-2-2026', '2026-02-01'],
    ['22/11/2026', '2026-11-22'],
    ['22.11.2026', '2026-11-22'],
    [' 2026-11-22 ', '2026-11-22'],
    ['29-02-2028', '2028-02-29'],
    ['', ''],
  ])('%s is %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each(['31-02-2026', '29-02-2027', '11-22-2026', '22-11-26', 'gisteren', '2026-1-1'])('%s is no day', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('is shown as dd-mm-jjjj', () => {
    expect(dayText('2026-11-22')).toBe('22-11-2026');
    expect(dayText('')).toBe('');
  });
});
