import { describe, expect, it } from 'vitest';
import type { RuleSettingsAnswer } from '#contract/rule-settings.ts';
import { toChange, toDraft, wrongLines } from './settings-draft.ts';

const SETTINGS: RuleSettingsAnswer = {
  profile: 'astra',
  modes: { 'STR-09': 'off' },
  spellings: [{ found: 'strafrecht keten', preferred: 'strafrechtketen' }],
  foreignWords: [{ found: 'users', preferred: 'gebruikers' }],
  abbreviations: ['CJX', 'DJI'],
  version: 3,
  ruleSetVersion: '2/astra/3',
  changedAt: null,
  changedBy: null,
};

describe('settings as they are typed', () => {
  it('come back as they were', () => {
    const { ruleSetVersion: _, changedAt: __, changedBy: ___, ...change } = SETTINGS;
    expect(toChange(toDraft(SETTINGS), SETTINGS.version)).toEqual(change);
  });

  it('are one entry a line, whatever the white space', () => {
    const draft = { ...toDraft(SETTINGS), spellings: '\n a  =  b \n\nc=d=e', abbreviations: ' CJX \n\nCJX\nIND' };
    expect(toChange(draft, 3)).toMatchObject({
      spellings: [
        { found: 'a', preferred: 'b' },
        { found: 'c', preferred: 'd=e' },
      ],
      abbreviations: ['CJX', 'IND'],
    });
  });

  it('say which lines are no spelling', () => {
    expect(wrongLines('a = b\n\nzonder\n= leeg\nleeg =')).toEqual([3, 4, 5]);
  });
});
