import { generateDefinition } from '#db/seed/generate-definition.ts';
import { RULES } from '#domain/validation/rule-set.ts';
import { DEFAULT_RULE_SETTINGS, PROFILES, type Profile } from '#domain/validation/settings.ts';
import { validate } from '#domain/validation/validate.ts';
import { median } from './statistics.ts';

const DEFINITIONS = 5000;
const ROUNDS = 9;
/** So that the code under test is compiled as it is in a processor that has been at work for a while. */
const WARM_UP = 2;

export type RulesResult = { profile: Profile; microseconds: number };

/**
 * What checking one definition by all rules costs, per profile: the median of several rounds over different definitions, in time of
 * the processor, because what else the machine does is no work of the rules.
 */
export function measureRules(): { rules: number; definitions: number; results: RulesResult[] } {
  const contents = Array.from({ length: DEFINITIONS }, (_, index) => generateDefinition(index));
  const results = PROFILES.map((profile): RulesResult => {
    const settings = { ...DEFAULT_RULE_SETTINGS, profile };
    const rounds = Array.from({ length: WARM_UP + ROUNDS }, () => {
      const start = process.cpuUsage();
      for (const content of contents) validate(content, settings);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / DEFINITIONS;
    });
    return { profile, microseconds: median(rounds.slice(WARM_UP)) };
  });
  return { rules: RULES.length, definitions: DEFINITIONS, results };
}
