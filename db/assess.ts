import type { DefinitionContent } from '#domain/definition.ts';
import { validate } from '#domain/validation/validate.ts';
import type { Assessment } from './row-image.ts';

/** Scores content by the rule set, in the shape in which it is stored beside it. */
export function assess(content: DefinitionContent): Assessment {
  const { verdict, score, ruleSetVersion, findings } = validate(content);
  return { verdict, qualityScore: score, ruleSetVersion, findings };
}
