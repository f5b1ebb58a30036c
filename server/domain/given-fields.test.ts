import { describe, expect, it } from 'vitest';
import { CONTENT_FIELDS } from './definition.ts';
import { givenFields, givenMask } from './given-fields.ts';

describe('the fields a file carries', () => {
  it('come back from the number they are kept as, in the order of the record', () => {
    expect(givenFields(givenMask(['extras', 'term', 'legalBasis']))).toEqual(['term', 'legalBasis', 'extras']);
    expect(givenFields(givenMask([]))).toEqual([]);
    expect(givenFields(givenMask(CONTENT_FIELDS))).toEqual([...CONTENT_FIELDS]);
  });

  it('fit the number that the database keeps', () => {
    expect(CONTENT_FIELDS.length).toBeLessThan(31);
    expect(givenMask(CONTENT_FIELDS)).toBeLessThan(2 ** 31);
  });
});
