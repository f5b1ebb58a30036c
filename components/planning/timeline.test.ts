import { describe, expect, it } from 'vitest';
import { timelineOf } from './timeline.ts';

const nightly = {
  id: 'n',
  name: 'Nacht',
  cron: '0 3 * * *',
  nextMoments: ['2026-11-23T02:00:00.000Z', '2026-11-24T02:00:00.000Z'],
};

describe('what is to come', () => {
  it('is in order, whatever starts it', () => {
    const batches = [
      { id: 'b', name: 'Later', scheduledFor: '2026-11-23T13:00:00+01:00' },
      { id: 'c', name: 'Meteen', scheduledFor: null },
    ];
    expect(timelineOf([nightly], batches).map(({ name, at, batchId }) => [name, at, batchId])).toEqual([
      ['Nacht', '2026-11-23T02:00:00.000Z', null],
      ['Later', '2026-11-23T13:00:00+01:00', 'b'],
      ['Nacht', '2026-11-24T02:00:00.000Z', null],
    ]);
  });

  it('names what comes every few minutes once, and what is paused not at all', () => {
    const nextMoments = ['2026-11-22T12:01:00.000Z', '2026-11-22T12:02:00.000Z', '2026-11-22T12:03:00.000Z'];
    const often = { id: 'm', name: 'Vaak', cron: '* * * * *', nextMoments };
    const paused = { ...nightly, id: 'p', nextMoments: [] };
    expect(timelineOf([often, paused], [])).toEqual([
      expect.objectContaining({ name: 'Vaak', at: nextMoments[0], oftenAs: '* * * * *' }),
    ]);
  });
});
