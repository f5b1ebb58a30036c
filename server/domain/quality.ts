import type { Verdict } from './definition.ts';
import type { Severity } from './finding.ts';
import type { OperationName } from './operation-names.ts';
import { type SafeTransformName, transformFor } from './safe-transforms.ts';
import { RULE_CATEGORIES, type RuleCategory } from './validation/rule.ts';

/** Scores are told apart in ten equal parts: 0.00-0.09 is the first, 0.90-1.00 the last. */
export const SCORE_BINS = 10;

/** What several codes say together; the number of items with at least one of them is a metric of its own. */
export const ISSUE_GROUPS = {
  unsourced: ['CON-02'],
  duplicates: ['DUP-01', 'duplicate_in_upload'],
  cycles: ['SAM-05', 'reference_cycle'],
  unresolved: ['reference_dangling'],
  degraded: ['quality_degraded'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type IssueGroup = keyof typeof ISSUE_GROUPS;

/** What reading a file already put right: worth saying, nothing to do about. */
const REPAIRED_ON_READING: ReadonlySet<string> = new Set([
  'category_mapped',
  'status_mapped',
  'ufo_mapped',
  'classification_mapped',
  'language_mapped',
  'list_expected',
  'date_converted',
  'residue_cleaned',
  'characters_removed',
]);

/** The operations that look at their items anew and so say with findings what they found; the others only carry a verdict on. */
const FINDING: readonly OperationName[] = ['import', 'validate', 'update'];

/** One code over a whole batch; counts are of items, however often one has it. */
export type IssueCount = {
  code: string;
  /** The gravest it occurs with. */
  severity: Severity;
  count: number;
  /** The first item that has it. */
  example: { position: number | null; definitionId: string | null; term: string | null; value: string | null } | null;
};

/** How what changes a version scores against that version: means, and how many score higher or lower. */
export type Rescored = { count: number; before: number; after: number; higher: number; lower: number };

/** What was counted over everything that carries a verdict. Scores and means 0 to 1. */
export type QualityCounts = {
  verdicts: Readonly<Record<Verdict, number>>;
  meanScore: number | null;
  scores: readonly number[];
  unscored: number;
  /** Means in the order of RULE_CATEGORIES; null where no item was checked so. */
  categoryMeans: readonly (number | null)[];
  groups: Readonly<Record<IssueGroup, number>>;
  rescored: Rescored | null;
  issues: readonly IssueCount[];
};

export type Issue = IssueCount & {
  share: number;
  /** The safe transform that puts it right, if there is one. */
  transform: SafeTransformName | null;
  /** It was put right when the file was read. */
  repaired: boolean;
};

export type Quality = {
  /** How many carry a verdict; everything else is about those. */
  checked: number;
  verdicts: Record<Verdict, number>;
  /** Share that is not invalid, 0 to 1; null when nothing was checked. */
  passRate: number | null;
  meanScore: number | null;
  /** How many score in each tenth, and how many have no score because they could not be read. */
  scores: number[];
  unscored: number;
  categories: Record<RuleCategory, number | null>;
  /** Null where the operation does not look: it says nothing of sources. */
  withSource: number | null;
  duplicates: number | null;
  cycles: number | null;
  unresolved: number | null;
  degraded: number | null;
  rescored: Rescored | null;
  /** Most frequent first. */
  issues: Issue[];
};

/** The metrics of VALIDATION.md 6 out of counts; null as operation is the collection itself, which was looked at. */
export function qualityOf(counts: QualityCounts, operation: OperationName | null): Quality {
  const { verdicts, meanScore, scores, unscored, categoryMeans, groups, rescored, issues } = counts;
  const checked = verdicts.valid + verdicts.warnings + verdicts.invalid;
  const looked = operation === null || FINDING.includes(operation);
  const known = (count: number) => (looked ? count : null);
  const categories = Object.fromEntries(
    RULE_CATEGORIES.map((category, index) => [category, categoryMeans[index] ?? null]),
  ) as Record<RuleCategory, number | null>;
  return {
    checked,
    verdicts: { ...verdicts },
    passRate: checked === 0 ? null : (checked - verdicts.invalid) / checked,
    meanScore,
    scores: [...scores],
    unscored,
    categories,
    // What has no score was not looked at for its source either.
    withSource: known(checked - unscored - groups.unsourced),
    duplicates: known(groups.duplicates),
    cycles: known(groups.cycles),
    unresolved: known(groups.unresolved),
    degraded: known(groups.degraded),
    rescored: rescored && { ...rescored },
    issues: issues.map((issue) => ({
      ...issue,
      share: checked === 0 ? 0 : issue.count / checked,
      transform: transformFor(issue.code),
      repaired: REPAIRED_ON_READING.has(issue.code),
    })),
  };
}

/** The range of scores of a tenth, both ends inclusive: scores are in hundredths. */
export function scoreRange(bin: number): { from: number; to: number } {
  const to = bin === SCORE_BINS - 1 ? 1 : (bin * 10 + 9) / 100;
  return { from: bin / 10, to };
}
