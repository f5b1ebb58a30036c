import { describe, expect, it } from 'vitest';
import { importOptionsSchema } from '#contract/batches.ts';
import { isComplete, isNumberOrEmpty, SAFE_CHOICES, toOptions } from './import-choices.ts';

describe('the choices of an import', () => {
  it('are safe to begin with: ask first, change nothing that conflicts, go on after an error', () => {
    expect(toOptions(SAFE_CHOICES)).toEqual({
      onError: 'continue',
      conflict: 'skip',
      confirm: true,
      chunkSize: 'auto',
      parallelism: 2,
    });
  });

  it('become options the server accepts', () => {
    const options = toOptions({ ...SAFE_CHOICES, maxErrors: ' 25 ', chunkSize: '100', parallelism: '4' });
    expect(importOptionsSchema.parse(options)).toMatchObject({ maxErrors: 25, chunkSize: 100, parallelism: 4 });
  });

  it('give the other context only where both are kept, and are not complete without it', () => {
    const both = { ...SAFE_CHOICES, conflict: 'keep_both' as const };
    expect(isComplete(SAFE_CHOICES)).toBe(true);
    expect(isComplete(both)).toBe(false);
    const context = { field: 'legalContext' as const, value: ' Strafrecht ' };
    expect(isComplete({ ...both, context })).toBe(true);
    expect(importOptionsSchema.parse(toOptions({ ...both, context }))).toMatchObject({
      context: { field: 'legalContext', value: 'Strafrecht' },
    });
    expect(toOptions({ ...SAFE_CHOICES, context })).not.toHaveProperty('context');
  });

  it('send a limit of errors only where it means something', () => {
    expect(toOptions({ ...SAFE_CHOICES, onError: 'all_or_nothing', maxErrors: '3' })).not.toHaveProperty('maxErrors');
  });

  it('take an empty number field or a whole number within its bounds', () => {
    expect(['', ' ', '1', '1000'].every((text) => isNumberOrEmpty(text, 1, 1_000))).toBe(true);
    expect(['0', '1001', '-1', '1.5', 'tien'].some((text) => isNumberOrEmpty(text, 1, 1_000))).toBe(false);
  });
});
