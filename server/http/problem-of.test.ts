import { describe, expect, it } from 'vitest';
import { problemOf } from './problem-of.ts';

const failing = (code: string) => Object.assign(new Error('it went wrong'), { code });

describe('what went wrong, by name', () => {
  it.each([
    ['ENOSPC', 'storage_full'],
    ['53100', 'storage_full'],
    ['ECONNREFUSED', 'unavailable'],
    ['57P01', 'unavailable'],
    ['22P02', 'invalid_request'],
  ])('says for %s that it is %s', (code, problem) => {
    expect(problemOf(failing(code), 'nl')?.code).toBe(problem);
  });

  it('looks behind an error for its cause', () => {
    expect(problemOf(new Error('Failed query', { cause: failing('ENOSPC') }), 'nl')?.code).toBe('storage_full');
  });

  it('knows no name for a fault of ours', () => {
    expect(problemOf(new TypeError('x is not a function'), 'nl')).toBeNull();
  });
});
