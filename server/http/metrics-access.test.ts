import { describe, expect, it } from 'vitest';
import { metricsAccess } from './metrics-access.ts';

const asker = (peer: string | undefined, headers: Record<string, string> = {}) => ({
  peer,
  header: (name: string) => headers[name],
});

describe('the metrics', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])('are open to %s without a token', (peer) => {
    expect(metricsAccess(undefined, asker(peer))).toBe('granted');
  });

  it.each(['10.0.0.1', '::ffff:10.0.0.1', '128.0.0.1', '127.0.0.1.example.org', undefined])(
    'are not there for %s without a token',
    (peer) => {
      expect(metricsAccess(undefined, asker(peer))).toBe('hidden');
    },
  );

  it.each(['Forwarded', 'X-Forwarded-For', 'X-Real-IP', 'Via'])(
    'are not there for whom a proxy on this machine speaks (%s)',
    (name) => {
      expect(metricsAccess(undefined, asker('127.0.0.1', { [name]: 'x' }))).toBe('hidden');
    },
  );

  it('want the token when there is one, from this machine too', () => {
    const token = 'a token of the operator';
    const bearing = (given: string) => asker('10.0.0.1', { Authorization: given });
    expect(metricsAccess(token, bearing(`Bearer ${token}`))).toBe('granted');
    expect(metricsAccess(token, bearing(`bearer ${token}`))).toBe('granted');
    expect(metricsAccess(token, bearing('Bearer something else'))).toBe('refused');
    expect(metricsAccess(token, bearing(token))).toBe('refused');
    expect(metricsAccess(token, asker('127.0.0.1'))).toBe('refused');
  });
});
