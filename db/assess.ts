import type { DefinitionContent } from '#domain/definition.ts';
import { RULE_CATEGORIES } from '#domain/validation/rule.ts';
import type { RuleSettings } from '#domain/validation/settings.ts';
import type { Surroundings } from '#domain/validation/surroundings.ts';
import { validate } from '#domain/validation/validate.ts';
import type { Assessment } from './row-image.ts';

/** Scores content by the rule set as its organisation has set it, in the shape in which it is stored beside it. */
export function assess(
  content: DefinitionContent,
  settings: RuleSettings,
  surroundings: Surroundings | null = null,
): Assessment {
  const { verdict, score, categories, ruleSetVersion, findings } = validate(content, settings, surroundings);
  const categoryScores = RULE_CATEGORIES.map((category) => categories[category]);
  return { verdict, qualityScore: score, categoryScores, ruleSetVersion, findings };
}
