import type { DefinitionContent } from '#domain/definition.ts';
import { modeOf, type Rule } from '#domain/validation/rule.ts';
import { RULES } from '#domain/validation/rule-set.ts';
import type { RuleSettings } from '#domain/validation/settings.ts';
import { validate } from '#domain/validation/validate.ts';
import { surroundingsAmong } from './surroundings-among.ts';

export type RuleHits = { rule: Rule; hits: number; share: number };

/** A rule that finds a fault in more of the definitions that people accepted than this is a matter of style. */
const MOST_HITS = 1 / 3;

/** How often each rule that these settings leave on finds a fault or has a remark, in definitions that surround each other. */
export function countHits(contents: readonly DefinitionContent[], settings: RuleSettings): RuleHits[] {
  const hits = new Map<string, number>();
  const around = surroundingsAmong(contents);
  for (const [index, content] of contents.entries())
    for (const { code } of validate(content, settings, around(index)).findings)
      hits.set(code, (hits.get(code) ?? 0) + 1);
  return RULES.filter((rule) => modeOf(rule, settings) !== 'off').map((rule) => {
    const count = hits.get(rule.id) ?? 0;
    return { rule, hits: count, share: contents.length === 0 ? 0 : count / contents.length };
  });
}

/** Whether a rule that decides finds something in more than a third; what is missing beside the text is no false alarm. */
export function isTooEager({ rule: { kind = 'deterministic' }, share }: RuleHits): boolean {
  return (kind === 'deterministic' || kind === 'lookup') && share > MOST_HITS;
}
