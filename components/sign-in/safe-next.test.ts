import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

const ORIGIN = 'https://lexport.example';

describe('where to go after signing in', () => {
  it.each(['/definitions?verdict=invalid', '/batches/1#items', '/'])('goes back to %s', (next) => {
    expect(safeNext(next, ORIGIN)).toBe(next);
  });

  it.each([
    null,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ])('goes to the overview instead of %s', (next) => {
    expect(safeNext(next, ORIGIN)).toBe('/');
  });

  it('does not go in circles', () => {
    expect(safeNext('/sign-in?next=/sign-in', ORIGIN)).toBe('/');
  });
});
