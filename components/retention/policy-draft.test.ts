import { describe, expect, it } from 'vitest';
import { draftOf, momentOfCron, policyFrom, problemsOf, withAction } from './policy-draft.ts';

const whole = {
  ...draftOf(null),
  name: ' Oud ',
  reason: 'selectielijst',
  days: '3.650',
  organisation: 'OM\n\n OM\nNFI',
};

describe('a retention policy while it is typed', () => {
  it('says what is missing, in the order of the form', () => {
    expect(problemsOf({ ...draftOf(null), days: '0' })).toEqual(['name', 'days', 'reason']);
    expect(policyFrom(draftOf(null))).toBeNull();
  });

  it('is sent without blanks and doubles', () => {
    expect(policyFrom(whole)).toMatchObject({
      name: 'Oud',
      criteria: { olderThanDays: 3650, organisation: ['OM', 'NFI'] },
      cron: null,
    });
  });

  it('counts from deletion when it deletes for good, and from nothing else', () => {
    const erasing = withAction(whole, 'erase');
    expect(erasing.ageOf).toBe('deleted');
    expect(withAction(erasing, 'delete').ageOf).toBe('changed');
    expect(withAction({ ...whole, ageOf: 'expired' }, 'delete').ageOf).toBe('expired');
  });

  it('knows its moments from others', () => {
    expect([null, '0 3 1 * *', '5 4 * * *'].map(momentOfCron)).toEqual(['hand', 'monthly', 'other']);
  });
});
