import { describe, expect, it } from 'vitest';
import { engineProblems, SAFE_ENGINE, toEngineOptions } from './engine-choices.ts';

describe('how a job is worked on', () => {
  it('leaves to the server whatever was left empty', () => {
    expect(toEngineOptions(SAFE_ENGINE, true)).toEqual({ onError: 'continue', parallelism: 2 });
  });

  it('says nothing about failures where the operation does not ask', () => {
    expect(toEngineOptions({ ...SAFE_ENGINE, maxErrors: '3' }, false)).toEqual({ parallelism: 2 });
  });

  it.each([
    ['12', 12],
    [' 0 ', 0],
    ['5%', '5%'],
    ['0,5 %', '0.5%'],
    ['100 %', '100%'],
  ])('takes %j as the failures a job survives', (maxErrors, expected) => {
    const choices = { ...SAFE_ENGINE, maxErrors };
    expect(engineProblems(choices, true)).toEqual([]);
    expect(toEngineOptions(choices, true).maxErrors).toBe(expected);
  });

  it.each(['veel', '-1', '101%', '1,234%', '5 procent'])('refuses %j as the failures a job survives', (maxErrors) => {
    expect(engineProblems({ ...SAFE_ENGINE, maxErrors }, true)).toEqual(['maxErrors']);
  });

  it('does not mind a limit of failures that no longer matters', () => {
    const choices = { ...SAFE_ENGINE, onError: 'stop' as const, maxErrors: 'veel' };
    expect(engineProblems(choices, true)).toEqual([]);
    expect(toEngineOptions(choices, true)).toEqual({ onError: 'stop', parallelism: 2 });
  });

  it.each([
    [{ chunkSize: '0' }, 'chunkSize'],
    [{ chunkSize: '1001' }, 'chunkSize'],
    [{ parallelism: '99' }, 'parallelism'],
    [{ maxRetries: '11' }, 'maxRetries'],
    [{ itemsPerSecond: '0' }, 'itemsPerSecond'],
    [{ timeoutMinutes: '10081' }, 'timeoutMinutes'],
    [{ timeoutMinutes: '1,5' }, 'timeoutMinutes'],
  ] as const)('refuses %j', (wrong, field) => {
    expect(engineProblems({ ...SAFE_ENGINE, ...wrong }, true)).toEqual([field]);
  });

  it('gives a time limit in minutes to the server in seconds', () => {
    const choices = { ...SAFE_ENGINE, timeoutMinutes: '90', chunkSize: '50', maxRetries: '0', itemsPerSecond: '200' };
    expect(toEngineOptions(choices, false)).toEqual({
      chunkSize: 50,
      parallelism: 2,
      maxRetries: 0,
      itemsPerSecond: 200,
      timeoutSeconds: 5_400,
    });
  });
});
