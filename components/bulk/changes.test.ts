import { describe, expect, it } from 'vitest';
import {
  CHANGE_FIELDS,
  type ChangeRow,
  changeErrors,
  fieldsLeft,
  mayClear,
  modesLeft,
  newRow,
  toChanges,
} from './changes.ts';

const row = (part: Partial<ChangeRow> & Pick<ChangeRow, 'field'>): ChangeRow => ({
  mode: 'replace',
  value: '',
  clear: false,
  ...part,
});

describe('changes to many definitions', () => {
  it('are sent for the chosen fields only, in the form of the contract', () => {
    const rows = [
      row({ field: 'category', value: 'proces' }),
      row({ field: 'validFrom', value: '1-2-2026' }),
      row({ field: 'explanation', value: '  Nieuwe toelichting ' }),
      row({ field: 'legalContext', mode: 'replace', value: 'Strafrecht\n\n Strafrecht\nBestuursrecht ' }),
    ];
    expect(changeErrors(rows).size).toBe(0);
    expect(toChanges(rows)).toEqual({
      category: 'proces',
      validFrom: '2026-02-01',
      explanation: 'Nieuwe toelichting',
      legalContext: ['Strafrecht', 'Bestuursrecht'],
    });
  });

  it('add to a list and take out of it at once', () => {
    const rows = [
      row({ field: 'organisationalContext', mode: 'add', value: 'OM' }),
      row({ field: 'organisationalContext', mode: 'remove', value: 'DJI\nIND' }),
    ];
    expect(toChanges(rows)).toEqual({ organisationalContext: { add: ['OM'], remove: ['DJI', 'IND'] } });
  });

  it('empty a field only when that is asked for in so many words', () => {
    expect(changeErrors([row({ field: 'explanation' })])).toEqual(new Map([[0, 'required']]));
    const cleared = [row({ field: 'explanation', clear: true }), row({ field: 'synonyms', clear: true })];
    expect(changeErrors(cleared).size).toBe(0);
    expect(toChanges(cleared)).toEqual({ explanation: null, synonyms: [] });
    expect(mayClear({ field: 'category', mode: 'replace' })).toBe(false);
    expect(mayClear({ field: 'synonyms', mode: 'add' })).toBe(false);
  });

  it.each([
    [row({ field: 'validFrom', value: '31-02-2026' }), 'noDay'],
    [row({ field: 'preferredTerm', value: 'x'.repeat(5_000) }), 'tooLong'],
    [row({ field: 'synonyms', mode: 'add', value: 'x'.repeat(1_001) }), 'tooLong'],
    [row({ field: 'synonyms', mode: 'remove', value: ' \n ' }), 'required'],
  ] as const)('cannot be sent: %j', (wrong, error) => {
    expect([...changeErrors([wrong]).values()]).toEqual([error]);
  });

  it('say so when a validity would end before it begins', () => {
    const rows = [row({ field: 'validFrom', value: '01-03-2026' }), row({ field: 'validUntil', value: '28-02-2026' })];
    expect(changeErrors(rows)).toEqual(new Map([[1, 'untilBeforeFrom']]));
  });

  it('offer each field once, and a list twice unless it is replaced', () => {
    expect(fieldsLeft([])).toEqual(Object.keys(CHANGE_FIELDS));
    expect(fieldsLeft([row({ field: 'category' })])).not.toContain('category');
    const added = newRow([], 'synonyms');
    expect(added.mode).toBe('add');
    expect(fieldsLeft([added])).toContain('synonyms');
    expect(modesLeft([added], 'synonyms')).toEqual(['remove']);
    expect(newRow([added], 'synonyms').mode).toBe('remove');
    expect(fieldsLeft([row({ field: 'synonyms', mode: 'replace' })])).not.toContain('synonyms');
  });
});
