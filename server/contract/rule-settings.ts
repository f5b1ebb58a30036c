import { z } from 'zod';
import { ALWAYS_ON, RULES } from '#domain/validation/rule-set.ts';
import { PROFILES, RULE_MODES } from '#domain/validation/settings.ts';

/** How many words, and how many abbreviations, an organisation may list. */
const MOST_WORDS = 500;
const word = z.string().trim().min(1).max(100);
const spellings = z
  .array(z.object({ found: word, preferred: word }).strict())
  .max(MOST_WORDS)
  .refine((list) => new Set(list.map(({ found }) => found.toLowerCase())).size === list.length, {
    error: 'A way of writing is listed twice',
  });

const SWITCHABLE: ReadonlySet<string> = new Set(RULES.map(({ id }) => id).filter((id) => id !== ALWAYS_ON));
const modes = z
  .record(z.string(), z.enum(RULE_MODES))
  .refine((given) => Object.keys(given).every((id) => SWITCHABLE.has(id)), {
    error: 'There is no rule of that name that can be switched',
  });

const settingsShape = {
  profile: z.enum(PROFILES),
  /** By rule id: where it is looked at otherwise than the profile has it. */
  modes,
  spellings,
  foreignWords: spellings,
  abbreviations: z.array(z.string().trim().min(2).max(20)).max(MOST_WORDS),
};

/** `version` is the one the person saw; another one in force is a conflict. */
export const ruleSettingsChangeSchema = z.object({ ...settingsShape, version: z.int().nonnegative() }).strict();
export type RuleSettingsChange = z.infer<typeof ruleSettingsChangeSchema>;

/** How the organisation of the person wants its definitions checked. */
export const ruleSettingsSchema = z.object({
  ...settingsShape,
  /** 0: nobody ever changed anything. */
  version: z.int().nonnegative(),
  /** What results are stored with that are found under these settings. */
  ruleSetVersion: z.string(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
});
export type RuleSettingsAnswer = z.infer<typeof ruleSettingsSchema>;
