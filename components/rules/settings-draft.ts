import type { RuleSettingsAnswer, RuleSettingsChange } from '#contract/rule-settings.ts';
import type { Profile, RuleMode, Spelling } from '#domain/validation/settings.ts';

/** Settings as they are typed: lists as one entry a line, spellings as `found = preferred`. */
export type SettingsDraft = {
  profile: Profile;
  modes: Readonly<Record<string, RuleMode>>;
  spellings: string;
  foreignWords: string;
  abbreviations: string;
};

export function toDraft({ profile, modes, ...lists }: RuleSettingsAnswer): SettingsDraft {
  return {
    profile,
    modes,
    spellings: spellingLines(lists.spellings),
    foreignWords: spellingLines(lists.foreignWords),
    abbreviations: lists.abbreviations.join('\n'),
  };
}

/** Numbers (from 1) of lines that are no `found = preferred`. */
export function wrongLines(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (line.trim() === '' || spellingOf(line) ? [] : [index + 1]));
}

/** What is sent; lines that are wrong are left out, so look at `wrongLines` first. */
export function toChange(draft: SettingsDraft, version: number): RuleSettingsChange {
  return {
    profile: draft.profile,
    modes: { ...draft.modes },
    spellings: spellingsOf(draft.spellings),
    foreignWords: spellingsOf(draft.foreignWords),
    abbreviations: [...new Set(linesOf(draft.abbreviations))],
    version,
  };
}

function spellingLines(list: readonly Spelling[]): string {
  return list.map(({ found, preferred }) => `${found} = ${preferred}`).join('\n');
}

function spellingsOf(text: string): Spelling[] {
  return linesOf(text).flatMap((line) => spellingOf(line) ?? []);
}

/** A line as a spelling; null when it is none. */
export function spellingOf(line: string): Spelling | null {
  const at = line.indexOf('=');
  const found = line.slice(0, Math.max(at, 0)).trim();
  const preferred = line.slice(at + 1).trim();
  return at > 0 && found !== '' && preferred !== '' ? { found, preferred } : null;
}

/** The lines that say something, without white space around them. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
