import { describe, expect, it } from 'vitest';
import { differences, rebaseSettings } from './settings-conflict.ts';
import type { SettingsDraft } from './settings-draft.ts';

const BASE: SettingsDraft = {
  profile: 'nl-sbb',
  modes: { 'STR-09': 'off', 'INT-03': 'on' },
  spellings: 'straf recht = strafrecht\nom zetting = omzetting',
  foreignWords: 'users = gebruikers',
  abbreviations: 'CJX',
};

describe('settings that somebody else saved first', () => {
  it('say what the other changed, and what one changed too', () => {
    const latest: SettingsDraft = {
      ...BASE,
      profile: 'astra',
      modes: { 'INT-03': 'remark', 'ARAI-04': 'off' },
      spellings: 'straf recht = strafrecht\nom zetting = omzettingen',
    };
    const draft: SettingsDraft = { ...BASE, modes: { ...BASE.modes, 'INT-03': 'off' } };
    expect(differences(BASE, latest, draft)).toEqual([
      { part: 'profile', before: 'nl-sbb', after: 'astra', isMineToo: false },
      expect.objectContaining({ ruleId: 'STR-09', before: 'off', after: undefined, isMineToo: false }),
      expect.objectContaining({ ruleId: 'INT-03', before: 'on', after: 'remark', isMineToo: true }),
      expect.objectContaining({ ruleId: 'ARAI-04', before: undefined, after: 'off', isMineToo: false }),
      { part: 'spellings', added: ['om zetting = omzettingen'], removed: ['om zetting = omzetting'] },
    ]);
    expect(differences(BASE, BASE, draft)).toEqual([]);
  });

  it('are gone on from with what the draft changed on top', () => {
    const latest: SettingsDraft = {
      profile: 'astra',
      modes: { 'STR-09': 'remark', 'ARAI-04': 'off' },
      spellings: 'straf recht = strafrecht\nom zetting = anders\nnieuw e = nieuwe',
      foreignWords: 'users = mensen',
      abbreviations: 'CJX\nDJI',
    };
    const draft: SettingsDraft = {
      ...BASE,
      modes: { 'STR-09': 'on', 'INT-03': 'on' },
      spellings: 'Om zetting = omgezet',
      abbreviations: '',
    };
    expect(rebaseSettings(draft, BASE, latest)).toEqual({
      profile: 'astra',
      modes: { 'STR-09': 'on', 'ARAI-04': 'off' },
      spellings: 'nieuw e = nieuwe\nOm zetting = omgezet',
      foreignWords: 'users = mensen',
      abbreviations: 'DJI',
    });
  });

  it('are followed where the draft took a switch back', () => {
    const draft: SettingsDraft = { ...BASE, modes: { 'INT-03': 'on' } };
    expect(rebaseSettings(draft, BASE, { ...BASE, profile: 'astra' })).toEqual({ ...draft, profile: 'astra' });
  });
});
