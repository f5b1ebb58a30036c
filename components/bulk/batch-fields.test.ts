import { describe, expect, it } from 'vitest';
import { PLAIN_BATCH, toBatch } from './batch-fields.tsx';

describe('what is said of a new batch', () => {
  it('is nothing when it was left as it is', () => {
    expect(toBatch(PLAIN_BATCH)).toEqual({});
    expect(toBatch({ name: '  ', priority: '5' })).toEqual({});
  });

  it('is its name without outer spaces, and a priority other than the usual one', () => {
    expect(toBatch({ name: ' Najaar ', priority: '0' })).toEqual({ name: 'Najaar', priority: 0 });
  });
});
