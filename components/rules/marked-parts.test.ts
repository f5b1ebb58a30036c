import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/finding.ts';
import { markedParts } from './marked-parts.ts';

const at = (start: number, end: number, field = 'definition'): Finding => ({
  code: 'X',
  severity: 'info',
  field,
  params: { start, end },
});

describe('the marked parts of a text', () => {
  it('are one without findings, and none without text', () => {
    expect(markedParts('abc', [])).toEqual([{ text: 'abc', start: 0, findings: [] }]);
    expect(markedParts('', [at(0, 1)])).toEqual([]);
  });

  it('are cut where findings begin and end, also where they overlap', () => {
    expect(markedParts('abcdef', [at(1, 4), at(3, 5)])).toEqual([
      { text: 'a', start: 0, findings: [] },
      { text: 'bc', start: 1, findings: [0] },
      { text: 'd', start: 3, findings: [0, 1] },
      { text: 'e', start: 4, findings: [1] },
      { text: 'f', start: 5, findings: [] },
    ]);
  });

  it('leave out findings about another field, about the whole, and of a text that has changed since', () => {
    const whole: Finding = { code: 'X', severity: 'info', field: 'definition' };
    expect(markedParts('abc', [at(0, 1, 'term'), whole, at(2, 9)])).toEqual([{ text: 'abc', start: 0, findings: [] }]);
  });
});
