import { RULE_SET_VERSION } from './rule-set-version.ts';
import type { RuleSettings } from './settings.ts';

/** What is stored with every result: the rules, the profile and the organisation's settings, such as `3/nl-sbb/3`. */
export function ruleSetLabel({ profile, version }: Pick<RuleSettings, 'profile' | 'version'>): string {
  return `${RULE_SET_VERSION}/${profile}/${version}`;
}

/** Whether scores found under these two are about the same rules in the same reading, whatever an organisation switched. */
export function isComparable(label: string, other: string): boolean {
  const [rules, profile] = label.split('/');
  const [otherRules, otherProfile] = other.split('/');
  return profile !== undefined && rules === otherRules && profile === otherProfile;
}
