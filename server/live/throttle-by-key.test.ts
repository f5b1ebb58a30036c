import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { throttleByKey } from './throttle-by-key.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a throttled call', () => {
  it('happens at once, and once more for all that came meanwhile', () => {
    const work = vi.fn();
    const call = throttleByKey(1000, work);
    for (let i = 0; i < 5; i++) call('a');
    call('b');
    expect(work.mock.calls).toEqual([['a'], ['b']]);
    vi.advanceTimersByTime(1000);
    expect(work.mock.calls).toEqual([['a'], ['b'], ['a']]);
    vi.advanceTimersByTime(5000);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('does not happen after the end', () => {
    const work = vi.fn();
    const call = throttleByKey(1000, work);
    call('a');
    call('a');
    call.stop();
    vi.advanceTimersByTime(5000);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
