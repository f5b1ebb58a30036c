import { describe, expect, it } from 'vitest';
import { admit, type Occupied, type WaitingJob } from './admission.ts';

const job = (id: string, more: Partial<WaitingJob> = {}): WaitingJob => ({
  id,
  batchId: `batch of ${id}`,
  organisationId: 'om',
  priority: 5,
  maxConcurrent: 4,
  ...more,
});
const nobody: Occupied = { batches: new Map(), organisations: new Map() };
const ids = (waiting: WaitingJob[], occupied = nobody, perOrganisation = 5) =>
  admit(waiting, occupied, perOrganisation).map(({ id }) => id);

describe('which waiting jobs go to a processor', () => {
  it('are those that came first, up to what an organisation may have at work', () => {
    expect(
      ids(
        ['a', 'b', 'c', 'd'].map((id) => job(id)),
        nobody,
        3,
      ),
    ).toEqual(['a', 'b', 'c']);
    expect(ids([job('a')], { batches: new Map(), organisations: new Map([['om', 5]]) })).toEqual([]);
  });

  it('are those of the highest priority first', () => {
    expect(ids([job('low', { priority: 1 }), job('high', { priority: 9 }), job('usual')], nobody, 2)).toEqual([
      'high',
      'usual',
    ]);
  });

  it('are never more of one batch than it allows, and then others go before it', () => {
    const batch = { batchId: 'one', maxConcurrent: 2 };
    const waiting = [job('a', batch), job('b', batch), job('c', batch), job('d')];
    expect(ids(waiting)).toEqual(['a', 'b', 'd']);
    expect(ids(waiting, { batches: new Map([['one', 2]]), organisations: new Map([['om', 2]]) })).toEqual(['d']);
  });

  it('take turns between organisations, whoever has least at work first', () => {
    const waiting = [job('a'), job('b'), job('c'), job('x', { organisationId: 'dji' })];
    expect(admit(waiting, nobody, 5)).toEqual([
      { id: 'a', priority: 5, rank: 0 },
      { id: 'x', priority: 5, rank: 0 },
      { id: 'b', priority: 5, rank: 1 },
      { id: 'c', priority: 5, rank: 2 },
    ]);
    expect(ids(waiting, { batches: new Map(), organisations: new Map([['om', 2]]) })).toEqual(['x', 'a', 'b', 'c']);
  });

  it('do not let the priority of one organisation push another aside', () => {
    const urgent = ['a', 'b', 'c'].map((id) => job(id, { priority: 9 }));
    expect(ids([...urgent, job('x', { organisationId: 'dji', priority: 0 })]).indexOf('x')).toBe(1);
  });
});
