import type { DefinitionContent } from '#domain/definition.ts';
import type { FindingText } from '#domain/finding.ts';
import type { LocalisedText } from '#domain/locale.ts';
import type { NormalisedText } from './normalise.ts';
import type { Profile, RuleMode, RuleSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

/** How heavily the guidance weighs a rule: its priority and its obligation, in the guidance's own Dutch words. */
export type Rank = {
  priority: 'hoog' | 'midden' | 'laag';
  obligation: 'verplicht' | 'aanbevolen' | 'optioneel';
};

/** The four kinds of quality a definition gets a mean for: language, legal substance, structure, coherence. */
export const RULE_CATEGORIES = ['taal', 'juridisch', 'structuur', 'samenhang'] as const;
export type RuleCategory = (typeof RULE_CATEGORIES)[number];

/** Below these, 0 to 1, a definition is insufficient whatever its findings; the gate and the charts go by the same. */
export const SUFFICIENT_SCORE = 0.75;
export const SUFFICIENT_CATEGORY_MEAN = 0.7;

export type RuleSeverity = 'critical' | 'high' | 'medium' | 'low';

/** What a rule looks at. The text is the definition itself: without its kick-off, its notes and its layout. */
export type Subject = {
  content: DefinitionContent;
  body: NormalisedText;
  settings: RuleSettings;
  /** Null where nobody looked around, as while a person types: rules about other definitions pass. */
  surroundings: Surroundings | null;
};

/**
 * Where and what a rule found: a range of the normalised text, or nothing when it is about the whole definition. A remark
 * is worth saying but no failure. `params` go into the finding, such as the other definition it is about.
 */
export type RuleHit = {
  start?: number;
  end?: number;
  match?: string;
  remark?: boolean;
  params?: Readonly<Record<string, string | number>>;
};

/**
 * `deterministic`: a fault that can be told from the text; `style`: a matter of style, counted only where the profile says so;
 * `metadata`: about other fields than the text; `lookup`: about other definitions.
 */
export const RULE_KINDS = ['deterministic', 'style', 'metadata', 'lookup'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** One rule of the guidance: pure, fast, about one definition. */
export type Rule = {
  id: string;
  /** Absent: deterministic. */
  kind?: RuleKind;
  /** Rules of the guidance that check the same fault; found and counted once, under this rule's id. */
  also?: readonly string[];
  /** How each profile has it; absent: style is a remark outside ASTRA, everything else is on. */
  modes?: Readonly<Record<Profile, RuleMode>>;
  name: LocalisedText;
  rank: Rank;
  /** The field its findings point at. */
  field: keyof DefinitionContent;
  text: FindingText;
  check(subject: Subject): RuleHit | null;
};

export function severityOf({ priority, obligation }: Rank): RuleSeverity {
  if (obligation === 'verplicht') return priority === 'hoog' ? 'critical' : 'high';
  return priority === 'hoog' ? 'medium' : 'low';
}

const WEIGHTS = { hoog: 1, midden: 0.7, laag: 0.4 } as const;

export function weightOf({ priority }: Rank): number {
  return WEIGHTS[priority];
}

const CATEGORY_OF_FAMILY: Readonly<Record<string, RuleCategory>> = {
  ARAI: 'taal',
  VER: 'taal',
  LANG: 'taal',
  ESS: 'juridisch',
  VAL: 'juridisch',
  STR: 'structuur',
  INT: 'structuur',
  CON: 'samenhang',
  SAM: 'samenhang',
  DUP: 'samenhang',
};

/** The category of a rule id, by the family it starts with. */
export function categoryOf(ruleId: string): RuleCategory {
  return CATEGORY_OF_FAMILY[ruleId.slice(0, ruleId.indexOf('-'))] ?? 'structuur';
}

/** The rule id and those found together with it. */
export function idsOf({ id, also = [] }: Pick<Rule, 'id' | 'also'>): string[] {
  return [id, ...also];
}

/** How a rule is looked at with these settings: the organisation's own switch goes before what the profile has. */
export function modeOf(rule: Pick<Rule, 'id' | 'kind' | 'modes'>, settings: RuleSettings): RuleMode {
  return settings.modes[rule.id] ?? profileModeOf(rule, settings.profile);
}

export function profileModeOf({ kind, modes }: Pick<Rule, 'kind' | 'modes'>, profile: Profile): RuleMode {
  return modes?.[profile] ?? (kind === 'style' && profile !== 'astra' ? 'remark' : 'on');
}

/** The first place where a pattern for lower-case text fits. */
export function hitOf(body: NormalisedText, pattern: RegExp): RuleHit | null {
  const found = pattern.exec(body.lower);
  if (!found) return null;
  const start = found.index;
  const end = start + found[0].length;
  return { start, end, match: body.text.slice(start, end).trim() };
}
