import { describe, expect, it } from 'vitest';
import { deviceOf } from './device-of.ts';

describe('a device by what it says of itself', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36',
      'Chrome Linux',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0',
      'Edge Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Safari/604.1',
      'Safari iOS',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14.0; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox macOS'],
    [
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Mobile Safari/537.36',
      'Chrome Android',
    ],
  ])('%s is %s', (userAgent, device) => {
    const { browser, system } = deviceOf(userAgent) ?? {};
    expect(`${browser} ${system}`).toBe(device);
  });

  it.each([null, '', 'node', 'curl/8.0'])('%s is none', (userAgent) => {
    expect(deviceOf(userAgent)).toBeNull();
  });
});
