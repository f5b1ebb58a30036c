import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces, NotReadable } from './json-pieces.ts';

/** Reads a text in steps of so many characters; the object again, its list put together. */
function read(text: string, step = text.length || 1): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  const reader = jsonPieces('list', {
    member: (key, value) => Object.assign(object, { [key]: value }),
    element: (value) => {
      object.list = [...((object.list as unknown[]) ?? []), value];
    },
  });
  for (let at = 0; at < text.length; at += step) reader.push(text.slice(at, at + step));
  reader.end();
  return object;
}

describe('an object that is read in pieces', () => {
  it('is the same object, whatever is in it, however it is spaced and wherever it is cut', () => {
    const object = fc.record({
      list: fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }),
      before: fc.jsonValue(),
      'li"st': fc.jsonValue(),
    });
    fc.assert(
      fc.property(object, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 7 }), (value, indent, step) => {
        const text = JSON.stringify(value, null, indent);
        expect(read(text, step)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('may be empty, and so may its list', () => {
    expect(read(' { } ')).toEqual({});
    expect(read('{"list": [ ], "a": []}')).toEqual({ a: [] });
    expect(read('{"a": {"list": [1]}}')).toEqual({ a: { list: [1] } });
  });

  it.each([
    '',
    '[]',
    '1',
    '{',
    '{]',
    '{}}',
    '{} {}',
    'x{}',
    '{}x',
    '{,}',
    '{"a":1,}',
    '{"a"}',
    '{"a":1 "b":2}',
    '{"list":[1,]}',
    '{"list":[,]}',
    '{"list":[1}',
    '{"list":[1]x}',
    '{"list":[1] "a":2}',
    '{"list":[1],}',
    '{"a":"',
    '{"a":"\\"}',
  ])('is refused when it is not one: %s', (text) => {
    expect(() => read(text)).toThrow(NotReadable);
    expect(() => read(text, 1)).toThrow(NotReadable);
  });

  it('is refused when a single piece of it goes on and on', () => {
    const reader = jsonPieces('list', { member: () => {}, element: () => {} });
    reader.push('{"list":["');
    expect(() => reader.push('x'.repeat(1_100_000))).toThrow(NotReadable);
  });
});
