import { describe, expect, it, vi } from 'vitest';
import { cached } from './cached.ts';

describe('what is cached', () => {
  it('is loaded once for all who ask meanwhile and shortly after', async () => {
    const load = vi.fn(async () => ({}));
    const read = cached(60_000, load);
    const [first, second] = await Promise.all([read(), read()]);
    expect(second).toBe(first);
    expect(await read()).toBe(first);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is loaded again after its time', async () => {
    const load = vi.fn(async () => ({}));
    const read = cached(0, load);
    expect(await read()).not.toBe(await read());
  });

  it('is not a failure', async () => {
    const load = vi.fn(async () => 'there').mockRejectedValueOnce(new Error('not there'));
    const read = cached(60_000, load);
    await expect(read()).rejects.toThrow('not there');
    expect(await read()).toBe('there');
  });
});
