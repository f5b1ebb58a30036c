import { expect, it } from 'vitest';
import type { ColumnMapping } from '#contract/reading.ts';
import { matchesText } from './matches-text.ts';

const MAPPING = { name: 'Lijst Noord', headers: ['Vakwoord', 'Betekenis'], savedBy: 'Hedda' } as ColumnMapping;

it.each([
  ['', true],
  ['noord', true],
  ['vakwoord hedda', true],
  ['vakwoord zuid', false],
])('“%s” is found: %s', (text, found) => {
  expect(matchesText(MAPPING, text)).toBe(found);
  expect(matchesText({ ...MAPPING, name: null, savedBy: null }, 'betekenis')).toBe(true);
});
