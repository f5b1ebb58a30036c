import { describe, expect, it } from 'vitest';
import { type Cursor, decodeCursor, encodeCursor } from './cursor.ts';

const cursor: Cursor = { sort: 'term', side: 'before', key: ['financiële zekerheid “x”', '0192'] };

describe('a cursor', () => {
  it('comes back as it was, whatever letters its key has', () => {
    expect(decodeCursor(encodeCursor(cursor), 'term')).toEqual(cursor);
  });

  it('is safe in an address', () => {
    expect(encodeCursor(cursor)).toMatch(/^[\w-]+$/);
  });

  it('of another sort is no cursor', () => {
    expect(decodeCursor(encodeCursor(cursor), '-term')).toBeNull();
  });

  it.each(['', 'x', '%%%', btoa('{}'), btoa('["term",2,"a"]'), btoa('["term",1,7]')])('is not %j', (text) => {
    expect(decodeCursor(text, 'term')).toBeNull();
  });
});
