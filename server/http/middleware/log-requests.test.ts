import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Door } from '#server/http/door.ts';
import { logRequests } from './log-requests.ts';

const JOB = '0192f0c1-0000-7000-8000-000000000000';

describe('the log of calls', () => {
  it.each([
    [`/api/v1/jobs/${JOB}/items?q=geheim`, { jobId: JOB }],
    [`/api/v1/jobs/${JOB}`, { jobId: JOB }],
    ['/api/v1/jobs/none', {}],
    ['/api/v1/me', {}],
  ])('names the job of %s, and nothing that was sent', async (path, job) => {
    const lines: unknown[][] = [];
    const api = new Hono<Door>();
    api.use(async (c, next) => {
      c.set('origin', { ip: null, userAgent: null, correlationId: 'c' });
      await next();
    });
    api.use(logRequests((...line) => lines.push(line)));
    api.get('*', (c) => c.text('', 418));
    await api.request(path);
    const about = { method: 'GET', path: path.split('?')[0], status: 418, ms: expect.any(Number), correlationId: 'c' };
    expect(lines).toEqual([['A call was answered', { ...about, ...job }, 'debug']]);
  });
});
