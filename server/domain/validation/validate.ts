import type { DefinitionContent, Verdict } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import { preview } from '#domain/record-raw.ts';
import { untidyFindings } from '#domain/safe-transforms.ts';
import { normalise } from './normalise.ts';
import {
  categoryOf,
  idsOf,
  modeOf,
  RULE_CATEGORIES,
  type Rule,
  type RuleCategory,
  type RuleHit,
  type RuleSeverity,
  SUFFICIENT_CATEGORY_MEAN,
  SUFFICIENT_SCORE,
  type Subject,
  severityOf,
  weightOf,
} from './rule.ts';
import { ALWAYS_ON, RULES } from './rule-set.ts';
import { ruleSetLabel } from './rule-set-label.ts';
import type { RuleSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

export type Validation = {
  /** One per rule that found something; never of severity `error`, because a rule does not keep a definition out. */
  findings: Finding[];
  /** The weighted share of rules that pass, 0 to 1, in hundredths. */
  score: number;
  verdict: Verdict;
  /** Per category the share of its rules that pass, in hundredths. */
  categories: Record<RuleCategory, number>;
  /** Which rules with which settings, see ruleSetLabel. */
  ruleSetVersion: string;
};

/**
 * Checks a definition against every rule that its organisation has on. Verdict: `invalid` with a critical finding, a score
 * below 0.75 or a category below 0.70; `warnings` with any other finding; `valid` with none. Without surroundings the rules
 * about other definitions pass.
 */
export function validate(
  content: DefinitionContent,
  settings: RuleSettings,
  surroundings: Surroundings | null = null,
): Validation {
  const subject: Subject = { content, body: normalise(content.definition, content.term), settings, surroundings };
  const active = activeRules(settings);
  if (subject.body.text === '') return emptyDefinition(subject, active);
  const findings: Finding[] = [];
  const failed: Rule[] = [];
  let isCritical = false;
  for (const { rule, isRemark } of active.rules) {
    const hit = rule.check(subject);
    if (!hit) continue;
    const costs = !isRemark && !hit.remark;
    const severity = costs ? severityOf(rule.rank) : 'low';
    findings.push(findingOf(rule, hit, severity, subject));
    if (!costs) continue;
    failed.push(rule);
    isCritical ||= severity === 'critical';
  }
  findings.push(...untidyFindings(content));
  const score = scoreOf(failed, active);
  const categories = meansOf(failed, active);
  const isBelow =
    score < SUFFICIENT_SCORE || RULE_CATEGORIES.some((category) => categories[category] < SUFFICIENT_CATEGORY_MEAN);
  const verdict = isCritical || isBelow ? 'invalid' : findings.length > 0 ? 'warnings' : 'valid';
  return { findings, score, verdict, categories, ruleSetVersion: active.label };
}

/** The rules that settings leave on, and what counting needs to know of them. */
type ActiveRules = {
  rules: readonly { rule: Rule; isRemark: boolean }[];
  /** Of the rules that count, the weights together. */
  weight: number;
  /** Of the rules that count, how many ids there are per category. */
  counts: Readonly<Record<RuleCategory, number>>;
  label: string;
};

/** Per settings once, not per definition. */
const ACTIVE = new WeakMap<RuleSettings, ActiveRules>();

function activeRules(settings: RuleSettings): ActiveRules {
  const known = ACTIVE.get(settings);
  if (known) return known;
  const rules = RULES.flatMap((rule) => {
    const mode = rule.id === ALWAYS_ON ? 'on' : modeOf(rule, settings);
    return mode === 'off' ? [] : [{ rule, isRemark: mode === 'remark' }];
  });
  const counting = rules.flatMap(({ rule, isRemark }) => (isRemark ? [] : [rule]));
  const active = {
    rules,
    weight: counting.reduce((sum, { rank }) => sum + weightOf(rank), 0),
    counts: countPerCategory(counting),
    label: ruleSetLabel(settings),
  };
  ACTIVE.set(settings, active);
  return active;
}

/** Nothing else can be said of no text. */
function emptyDefinition(subject: Subject, { label }: ActiveRules): Validation {
  const rule = RULES.find(({ id }) => id === ALWAYS_ON) as Rule;
  return {
    findings: [findingOf(rule, {}, 'critical', subject)],
    score: 0,
    verdict: 'invalid',
    categories: { taal: 0, juridisch: 0, structuur: 0, samenhang: 0 },
    ruleSetVersion: label,
  };
}

function findingOf(rule: Rule, hit: RuleHit, severity: RuleSeverity, { body }: Subject): Finding {
  const params: Record<string, string | number> = { severity, ...hit.params };
  if (rule.also) params.also = rule.also.join(', ');
  if (hit.start !== undefined && hit.end !== undefined) {
    params.start = body.toSource(hit.start);
    params.end = body.toSource(Math.max(hit.start, hit.end - 1)) + 1;
  }
  const isSerious = severity === 'critical' || severity === 'high';
  const finding: Finding = { code: rule.id, severity: isSerious ? 'warning' : 'info', field: rule.field, params };
  if (hit.match !== undefined) finding.value = preview(hit.match);
  return finding;
}

/** Rules that look for the same fault count once here. */
function scoreOf(failed: readonly Rule[], { weight }: ActiveRules): number {
  let left = weight;
  for (const { rank } of failed) left -= weightOf(rank);
  return weight === 0 ? 1 : inHundredths(left / weight);
}

/** In its own category each rule of a pair counts. */
function meansOf(failed: readonly Rule[], { counts }: ActiveRules): Record<RuleCategory, number> {
  const missed = countPerCategory(failed);
  const mean = (category: RuleCategory) =>
    counts[category] === 0 ? 1 : inHundredths(1 - missed[category] / counts[category]);
  return {
    taal: mean('taal'),
    juridisch: mean('juridisch'),
    structuur: mean('structuur'),
    samenhang: mean('samenhang'),
  };
}

function countPerCategory(rules: readonly Rule[]): Record<RuleCategory, number> {
  const counts: Record<RuleCategory, number> = { taal: 0, juridisch: 0, structuur: 0, samenhang: 0 };
  for (const rule of rules) for (const id of idsOf(rule)) counts[categoryOf(id)] += 1;
  return counts;
}

function inHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
