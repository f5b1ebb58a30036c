import { expect, it } from 'vitest';
import { MOST_TERM_LENGTH, MOST_TERMS } from '#contract/redaction.ts';
import { readTerms, wrongTerm } from './own-terms.ts';

it('reads one term to a line, each once', () => {
  expect(readTerms(' Zilvermeeuw \n\nzilvermeeuw\nDe Vries')).toEqual(['zilvermeeuw', 'De Vries']);
});

it('says which term cannot be saved, and why', () => {
  expect(wrongTerm(['Havik'])).toBeNull();
  expect(wrongTerm(['Havik', '---'])).toEqual({ code: 'noWord', term: '---' });
  expect(wrongTerm(['x'.repeat(MOST_TERM_LENGTH + 1)])).toMatchObject({ code: 'tooLong' });
  expect(wrongTerm(Array.from({ length: MOST_TERMS + 1 }, (_, n) => `t${n}`))).toMatchObject({ code: 'tooMany' });
});
