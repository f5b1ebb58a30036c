import { describe, expect, it } from 'vitest';
import { visibleSpace } from './visible-space.ts';

describe('space that changes', () => {
  it('is shown as a sign for each character', () => {
    expect(visibleSpace('  ')).toBe('␣␣');
    expect(visibleSpace(' \n\t')).toBe('␣⏎⇥');
    expect(visibleSpace('\u00a0\u200b')).toBe('␣␣');
  });
});
