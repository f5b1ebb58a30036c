import type { DefinitionContent, Verdict } from './definition.ts';
import type { Finding, Severity } from './finding.ts';
import { inOtherContext, type OtherContext } from './keep-both.ts';
import { type Choice, type Decision, mayOverride, type Reason } from './plan.ts';

/** Narrows a plan down; what is left out narrows nothing. */
export type PlanFilter = {
  decision?: Decision | undefined;
  /** Several are alternatives. */
  reason?: Reason[] | undefined;
  verdict?: Verdict | undefined;
  /** The code of a finding or of the problem it fails of. */
  rule?: string | undefined;
  /** Of one of its findings; with `rule`, of the finding of that rule. */
  severity?: Severity | undefined;
  /** Part of the term or of the file name, in any case. */
  q?: string | undefined;
};

/** What a person wants of items; `as_planned` takes an earlier wish back. */
export type Wish = { decision: Choice | 'as_planned'; context?: OtherContext | undefined };

/** A wish for one item, or for everything that matches a filter. */
export type Override = Wish & ({ position: number } | { filter: PlanFilter });

/** An item of a plan as far as overrides look at it. */
export type PlannedOne = {
  position: number;
  decision: Decision | null;
  reason: Reason | null;
  verdict: Verdict | null;
  term: string | null;
  source: { file: string | null };
  findings: readonly Pick<Finding, 'code' | 'severity'>[];
  problem: { code: string } | null;
};

/** Whether an item is in what a filter shows. A filter speaks of the plan as it was made, not of what a wish makes of it. */
export function matchesPlanFilter(item: PlannedOne, filter: PlanFilter): boolean {
  const { decision, reason, verdict, q } = filter;
  if (decision && item.decision !== decision) return false;
  if (reason?.length && (item.reason === null || !reason.includes(item.reason))) return false;
  if (verdict && item.verdict !== verdict) return false;
  if (!isFoundIn(item, filter)) return false;
  return !q || contains(item.term, q) || contains(item.source.file, q);
}

function isFoundIn({ findings, problem }: PlannedOne, { rule, severity }: PlanFilter): boolean {
  if (!rule && !severity) return true;
  if (rule && !severity && problem?.code === rule) return true;
  return findings.some((one) => (!rule || one.code === rule) && (!severity || one.severity === severity));
}

function contains(text: string | null, piece: string): boolean {
  return text?.toLowerCase().includes(piece.toLowerCase()) ?? false;
}

/**
 * What becomes of one item by the wishes in their order: the last one that is about it and exists for it wins. Null: as
 * planned.
 */
export function wishFor(item: PlannedOne, overrides: readonly Override[]): (Wish & { decision: Choice }) | null {
  const { decision: from, reason } = item;
  if (from === null || reason === null) return null;
  const last = overrides.findLast((override) => {
    const { decision: to } = override;
    if (to !== 'as_planned' && !mayOverride(from, reason, to)) return false;
    return 'position' in override ? override.position === item.position : matchesPlanFilter(item, override.filter);
  });
  // The very object of the list: a row that is drawn by it is drawn once.
  return !last || last.decision === 'as_planned' ? null : (last as Wish & { decision: Choice });
}

/** What is written when a person chose so: a new version begins as a draft, and so does what is kept beside another. */
export function contentAsWished(content: DefinitionContent, { decision, context }: Wish): DefinitionContent {
  if (decision === 'new_version') return { ...content, status: 'draft' };
  return decision === 'keep_both' && context ? inOtherContext(content, context) : content;
}
