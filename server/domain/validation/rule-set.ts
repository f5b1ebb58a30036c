import type { Rule } from './rule.ts';
import { ARAI_RULES } from './rules/arai.ts';
import { CON_RULES } from './rules/con.ts';
import { ESS_RULES } from './rules/ess.ts';
import { INT_RULES } from './rules/int.ts';
import { LOOKUP_RULES } from './rules/lookup.ts';
import { SAM_RULES } from './rules/sam.ts';
import { STR_RULES } from './rules/str.ts';
import { VAL_RULES } from './rules/val.ts';
import { VER_RULES } from './rules/ver.ts';

/** Stored with every result, so that old scores stay comparable. Raise it when any rule, rank or weight changes. */
export const RULE_SET_VERSION = '1';

/** Every rule that decides: those that one definition alone can answer, those about its metadata and about others. */
export const RULES: readonly Rule[] = [
  ...VAL_RULES,
  ...ESS_RULES,
  ...CON_RULES,
  ...SAM_RULES,
  ...LOOKUP_RULES,
  ...STR_RULES,
  ...INT_RULES,
  ...ARAI_RULES,
  ...VER_RULES,
];
