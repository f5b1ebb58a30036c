import { describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

describe('work of one key', () => {
  it('runs one after the other, also after a failure; other keys do not wait', async () => {
    const log: string[] = [];
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const first = oneAtATime('a', async () => {
      log.push('first');
      await gate;
      throw new Error('first failed');
    });
    const second = oneAtATime('a', async () => log.push('second'));
    await oneAtATime('b', async () => log.push('other'));
    expect(log).toEqual(['first', 'other']);
    open();
    await expect(first).rejects.toThrow('first failed');
    await second;
    expect(log).toEqual(['first', 'other', 'second']);
  });
});
