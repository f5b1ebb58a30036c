import type { Rule } from '#domain/validation/rule.ts';

/** Rules that look at other definitions; without surroundings they pass. */
export const LOOKUP_RULES: readonly Rule[] = [];
