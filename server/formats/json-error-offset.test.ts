import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorOffset } from './json-error-offset.ts';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('jsonErrorOffset', () => {
  it.each([
    ['{"a":}', 5],
    ['{"a":1,}', 7],
    ['[1 2]', 3],
    ['[1,]', 3],
    ['{"a" 1}', 5],
    ['{a:1}', 1],
    ['{} {}', 3],
    ['"\\x"', 1],
    ['"\\u12"', 1],
    ['01', 1],
    ['[tru]', 1],
    ['{"a":[1', 7],
    ['', 0],
  ])('finds where %j goes wrong', (text, offset) => {
    expect(jsonErrorOffset(text)).toBe(offset);
  });

  it('agrees with JSON.parse on every JSON text and every damaged one', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '[', '\\', ':'), (text, at, damage) => {
        const place = at % (text.length + 1);
        const damaged = text.slice(0, place) + damage + text.slice(place + 1);
        expect(jsonErrorOffset(text)).toBeNull();
        expect(jsonErrorOffset(damaged) === null).toBe(isJson(damaged));
      }),
    );
  });
});
