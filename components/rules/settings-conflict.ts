import { RULES } from '#domain/validation/rule-set.ts';
import type { Profile, RuleMode } from '#domain/validation/settings.ts';
import { linesOf, type SettingsDraft, spellingOf } from './settings-draft.ts';

export const WORD_LISTS = ['spellings', 'foreignWords', 'abbreviations'] as const;
export type WordListName = (typeof WORD_LISTS)[number];

/** Something that differs between two settings; a mode that is undefined is as the profile has it. */
export type SettingsDifference =
  | { part: 'profile'; before: Profile; after: Profile; isMineToo: boolean }
  | { part: 'mode'; ruleId: string; before: RuleMode | undefined; after: RuleMode | undefined; isMineToo: boolean }
  | { part: WordListName; added: readonly string[]; removed: readonly string[] };

/** What somebody else made of the settings that a draft began with; `isMineToo`: the draft has something else there as well. */
export function differences(base: SettingsDraft, latest: SettingsDraft, draft: SettingsDraft): SettingsDifference[] {
  const found: SettingsDifference[] = [];
  if (base.profile !== latest.profile) {
    const isMineToo = draft.profile !== base.profile && draft.profile !== latest.profile;
    found.push({ part: 'profile', before: base.profile, after: latest.profile, isMineToo });
  }
  for (const { id: ruleId } of RULES) {
    const [before, after, mine] = [base.modes[ruleId], latest.modes[ruleId], draft.modes[ruleId]];
    if (before === after) continue;
    found.push({ part: 'mode', ruleId, before, after, isMineToo: mine !== before && mine !== after });
  }
  for (const part of WORD_LISTS) {
    const { added, removed } = changedLines(base[part], latest[part]);
    if (added.length + removed.length > 0) found.push({ part, added, removed });
  }
  return found;
}

/** Carries a draft over to newer settings: what it did not touch follows them, what it changed stays as it is in the draft. */
export function rebaseSettings(draft: SettingsDraft, base: SettingsDraft, latest: SettingsDraft): SettingsDraft {
  const modes = { ...latest.modes };
  for (const { id } of RULES) {
    const mine = draft.modes[id];
    if (mine === base.modes[id]) continue;
    if (mine === undefined) delete modes[id];
    else modes[id] = mine;
  }
  const lists = Object.fromEntries(
    WORD_LISTS.map((name) => [name, mergedLines(draft[name], base[name], latest[name])]),
  );
  return {
    ...(lists as Pick<SettingsDraft, WordListName>),
    profile: draft.profile === base.profile ? latest.profile : draft.profile,
    modes,
  };
}

function changedLines(before: string, after: string): { added: string[]; removed: string[] } {
  const [was, is] = [linesOf(before), linesOf(after)];
  return {
    added: is.filter((line) => !was.includes(line)),
    removed: was.filter((line) => !is.includes(line)),
  };
}

/** The lines of the other, without those that the draft took away and with those it added: these decide over their word. */
function mergedLines(draft: string, base: string, latest: string): string {
  const { added, removed } = changedLines(base, draft);
  if (added.length + removed.length === 0) return latest;
  const words = new Set(added.map(wordOf));
  const kept = linesOf(latest).filter((line) => !removed.includes(line) && !words.has(wordOf(line)));
  return [...kept, ...added].join('\n');
}

const wordOf = (line: string) => (spellingOf(line)?.found ?? line).toLowerCase();
