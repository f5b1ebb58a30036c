import type { DefinitionContent, Verdict } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import { preview } from '#domain/record-raw.ts';
import { untidyFindings } from '#domain/safe-transforms.ts';
import { normalise } from './normalise.ts';
import {
  categoryOf,
  RULE_CATEGORIES,
  type Rule,
  type RuleCategory,
  type RuleHit,
  type RuleSeverity,
  type Subject,
  severityOf,
  weightOf,
} from './rule.ts';
import { RULE_SET_VERSION, RULES } from './rule-set.ts';
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
  ruleSetVersion: string;
};

/** Below these a definition is invalid, whatever its findings. */
const LEAST_SCORE = 0.75;
const LEAST_CATEGORY_MEAN = 0.7;

/**
 * Checks a definition against every rule of the rule set. Verdict: `invalid` with a critical finding, a score below 0.75
 * or a category below 0.70; `warnings` with any other finding; `valid` with none.
 */
export function validate(
  content: DefinitionContent,
  settings: RuleSettings,
  surroundings: Surroundings | null = null,
): Validation {
  const subject: Subject = { content, body: normalise(content.definition, content.term), settings, surroundings };
  if (subject.body.text === '') return emptyDefinition(subject);
  const findings: Finding[] = [];
  const failed = new Set<Rule>();
  let isCritical = false;
  for (const rule of RULES) {
    const hit = rule.check(subject);
    if (!hit) continue;
    const severity = hit.remark ? 'low' : severityOf(rule.rank);
    findings.push(findingOf(rule, hit, severity, subject));
    if (hit.remark) continue;
    failed.add(rule);
    isCritical ||= severity === 'critical';
  }
  findings.push(...untidyFindings(content));
  const score = scoreOf(failed);
  const categories = meansOf(failed);
  const isBelow = score < LEAST_SCORE || RULE_CATEGORIES.some((category) => categories[category] < LEAST_CATEGORY_MEAN);
  const verdict = isCritical || isBelow ? 'invalid' : findings.length > 0 ? 'warnings' : 'valid';
  return { findings, score, verdict, categories, ruleSetVersion: RULE_SET_VERSION };
}

/** Nothing else can be said of no text. */
function emptyDefinition(subject: Subject): Validation {
  const rule = RULES.find(({ id }) => id === 'VAL-EMP-001') as Rule;
  return {
    findings: [findingOf(rule, {}, 'critical', subject)],
    score: 0,
    verdict: 'invalid',
    categories: { taal: 0, juridisch: 0, structuur: 0, samenhang: 0 },
    ruleSetVersion: RULE_SET_VERSION,
  };
}

function findingOf(rule: Rule, hit: RuleHit, severity: RuleSeverity, { body }: Subject): Finding {
  const params: Record<string, string | number> = { severity, ...hit.params };
  if (rule.also) params.also = rule.also;
  if (hit.start !== undefined && hit.end !== undefined) {
    params.start = body.toSource(hit.start);
    params.end = body.toSource(Math.max(hit.start, hit.end - 1)) + 1;
  }
  const isSerious = severity === 'critical' || severity === 'high';
  const finding: Finding = { code: rule.id, severity: isSerious ? 'warning' : 'info', field: rule.field, params };
  if (hit.match !== undefined) finding.value = preview(hit.match);
  return finding;
}

const TOTAL_WEIGHT = RULES.reduce((sum, { rank }) => sum + weightOf(rank), 0);

/** A pair of rules that look for the same fault counts once here. */
function scoreOf(failed: ReadonlySet<Rule>): number {
  let weight = TOTAL_WEIGHT;
  for (const { rank } of failed) weight -= weightOf(rank);
  return inHundredths(weight / TOTAL_WEIGHT);
}

const IDS = RULES.flatMap(idsOf);

/** In its own category each rule of a pair counts. */
function meansOf(failed: ReadonlySet<Rule>): Record<RuleCategory, number> {
  const missed: Record<RuleCategory, number> = { taal: 0, juridisch: 0, structuur: 0, samenhang: 0 };
  for (const rule of failed) for (const id of idsOf(rule)) missed[categoryOf(id)] += 1;
  const mean = (category: RuleCategory) => inHundredths(1 - missed[category] / RULES_IN[category]);
  return {
    taal: mean('taal'),
    juridisch: mean('juridisch'),
    structuur: mean('structuur'),
    samenhang: mean('samenhang'),
  };
}

const RULES_IN: Record<RuleCategory, number> = { taal: 0, juridisch: 0, structuur: 0, samenhang: 0 };
for (const id of IDS) RULES_IN[categoryOf(id)] += 1;

function idsOf(rule: Rule): string[] {
  return rule.also ? [rule.id, rule.also] : [rule.id];
}

function inHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
