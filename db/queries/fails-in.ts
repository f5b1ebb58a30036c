import { RULE_CATEGORIES, type RuleCategory } from '#domain/validation/rule.ts';

/** The SQL condition that a row lost points in a category of rules; `scores` is the SQL of its means, in the order of RULE_CATEGORIES. */
export function failsInSql(scores: string, category: RuleCategory): string {
  return `${scores}[${RULE_CATEGORIES.indexOf(category) + 1}] < 1`;
}
