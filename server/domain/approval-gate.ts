import type { DefinitionContent } from './definition.ts';
import type { Finding } from './finding.ts';
import { SUFFICIENT_CATEGORY_MEAN, SUFFICIENT_SCORE } from './validation/rule.ts';
import type { Validation } from './validation/validate.ts';

/** `override_required`: there are objections that a person may overrule by giving a reason. */
export type GateOutcome = 'pass' | 'override_required' | 'blocked';

/** Scores below this never pass; up to a sufficient one only with a reason. */
const LEAST_SCORE = 0.65;

type Judged = Pick<DefinitionContent, 'organisationalContext' | 'legalContext' | 'legalBasis'>;

/**
 * Whether a definition may be established. Blocked without any context, with a critical finding or with a score below 0.65;
 * a reason is needed for a score below 0.75, a category below 0.70, serious findings and a missing legal basis. What stands
 * in the way comes as findings: `error` for what blocks, `warning` for what a reason overrules.
 */
export function judge(
  { organisationalContext, legalContext, legalBasis }: Judged,
  { findings, score, categories }: Pick<Validation, 'findings' | 'score' | 'categories'>,
): { outcome: GateOutcome; objections: Finding[] } {
  const objections: Finding[] = [];
  const object = (code: string, severity: Finding['severity'], params: Record<string, string | number> = {}) =>
    objections.push({ code, severity, ...(Object.keys(params).length > 0 ? { params } : {}) });
  const rules = (severity: string) =>
    findings.filter(({ params }) => params?.severity === severity).map(({ code }) => code);

  if ([organisationalContext, legalContext, legalBasis].every((context) => context.length === 0))
    object('gate_no_context', 'error');
  const critical = rules('critical');
  if (critical.length > 0) object('gate_critical', 'error', { count: critical.length, rules: critical.join(', ') });
  if (score < LEAST_SCORE) object('gate_score_too_low', 'error', { score, least: LEAST_SCORE });
  else if (score < SUFFICIENT_SCORE) object('gate_score_low', 'warning', { score, least: SUFFICIENT_SCORE });
  const high = rules('high');
  if (high.length > 0) object('gate_serious', 'warning', { count: high.length, rules: high.join(', ') });
  const low = Object.values(categories).filter((mean) => mean < SUFFICIENT_CATEGORY_MEAN);
  if (low.length > 0)
    object('gate_category_low', 'warning', { score: Math.min(...low), least: SUFFICIENT_CATEGORY_MEAN });
  if (legalBasis.length === 0) object('gate_no_legal_basis', 'warning');

  objections.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  const isBlocked = objections.some(({ severity }) => severity === 'error');
  return { outcome: isBlocked ? 'blocked' : objections.length > 0 ? 'override_required' : 'pass', objections };
}
