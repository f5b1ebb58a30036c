import type { Rule } from './rule.ts';
import { ARAI_RULES } from './rules/arai.ts';
import { ARAI_STYLE_RULES } from './rules/arai-style.ts';
import { CON_RULES } from './rules/con.ts';
import { ESS_RULES } from './rules/ess.ts';
import { INT_RULES } from './rules/int.ts';
import { INT_STYLE_RULES } from './rules/int-style.ts';
import { LANG_RULES } from './rules/lang.ts';
import { LOOKUP_RULES } from './rules/lookup.ts';
import { SAM_RULES } from './rules/sam.ts';
import { STR_RULES } from './rules/str.ts';
import { STR_STYLE_RULES } from './rules/str-style.ts';
import { VAL_RULES } from './rules/val.ts';
import { VER_RULES } from './rules/ver.ts';

/** Every rule that decides: those that one definition alone can answer, those about its metadata and about others. */
export const RULES: readonly Rule[] = [
  ...VAL_RULES,
  ...ESS_RULES,
  ...CON_RULES,
  ...SAM_RULES,
  ...LOOKUP_RULES.map((rule): Rule => ({ kind: 'lookup', ...rule })),
  ...STR_RULES,
  ...STR_STYLE_RULES,
  ...INT_RULES,
  ...INT_STYLE_RULES,
  ...ARAI_RULES,
  ...ARAI_STYLE_RULES,
  ...VER_RULES,
  ...LANG_RULES,
];

/** Never switched off: of no text nothing else can be said. */
export const ALWAYS_ON = 'VAL-EMP-001';
