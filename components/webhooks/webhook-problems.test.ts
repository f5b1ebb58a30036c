import { describe, expect, it } from 'vitest';
import { webhookProblems } from './webhook-problems.ts';

const GOOD = { name: 'Zaaksysteem', url: 'https://zaken.example.org/hook', events: ['job.failed'] as const };

describe('the form of a webhook', () => {
  it('is in order with a name, an address and an event', () => {
    expect(webhookProblems(GOOD)).toEqual([]);
    expect(webhookProblems({ ...GOOD, url: ' http://zaken.example.org:8080/?a=1 ' })).toEqual([]);
  });

  it.each(['', 'https://', 'zaken.example.org', 'ftp://zaken.example.org', 'https://wie:geheim@zaken.example.org'])(
    'does not take %o for an address',
    (url) => {
      expect(webhookProblems({ ...GOOD, url })).toEqual(['url']);
    },
  );

  it('names everything that is missing', () => {
    expect(webhookProblems({ name: ' ', url: 'x', events: [] })).toEqual(['name', 'url', 'events']);
  });
});
