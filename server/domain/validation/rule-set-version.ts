/** Part of what is stored with every result, so that old scores stay comparable. Raise it when any rule, rank or weight changes. */
export const RULE_SET_VERSION = '3';
