import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { guardPage } from './guard-page.ts';

function guarded(config = { dev: false, publicUrl: 'http://localhost:3000' }, headers: IncomingHttpHeaders = {}) {
  const answered = new Map<string, string>();
  const request = { headers };
  guardPage(config, request, { setHeader: (name: string, value: string) => answered.set(name, value) } as never);
  return { request: request.headers, answered, policy: answered.get('Content-Security-Policy') ?? '' };
}

describe('the headers of a page', () => {
  it('let in no script and no style that is written in the page without the number of the request', () => {
    const { policy } = guarded();
    expect(policy).not.toContain('unsafe');
    expect(policy).toMatch(/script-src 'nonce-[\w+/]{22}==' 'strict-dynamic'(;|$)/);
    expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/]{22}=='(;|$)/);
    for (const closed of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "connect-src 'self'"])
      expect(policy).toContain(closed);
  });

  it('have another number for every request, and Next is told the same', () => {
    const first = guarded();
    const second = guarded();
    expect(first.request['content-security-policy']).toBe(first.policy);
    expect(first.policy).toContain(`'nonce-${first.request['x-nonce']}'`);
    expect(first.request['x-nonce']).not.toBe(second.request['x-nonce']);
  });

  it('do not believe a number that the caller brings', () => {
    const { request, policy } = guarded(undefined, {
      'content-security-policy': "script-src 'nonce-mine'",
      'x-nonce': 'mine',
    });
    expect([request['content-security-policy'], request['x-nonce'], policy].join()).not.toContain('mine');
  });

  it('keep pages from being framed, sniffed, opened by others or given more than they need', () => {
    expect(Object.fromEntries(guarded().answered)).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': expect.stringContaining('camera=()'),
    });
  });

  it('ask for https from then on, where there is https', () => {
    expect(guarded().answered.has('Strict-Transport-Security')).toBe(false);
    const secure = guarded({ dev: false, publicUrl: 'https://lexport.example' });
    expect(secure.answered.get('Strict-Transport-Security')).toBe('max-age=31536000');
  });
});
