import type { Finding, FindingText } from './finding.ts';
import { scorePoints } from './score-points.ts';
import { isComparable } from './validation/rule-set-label.ts';

/** So much lower under comparable rules is more than rounding; under other rules only a large difference says something. */
const MARGIN = 0.05;
const MARGIN_OF_OTHER_RULES = 0.2;

/** What a file or a manifest says of the quality of a definition, 0 to 1; null: by which rules is not known. */
export type ScoreInFile = { score: number; ruleSetVersion: string | null };

/** How much lower a score may be than the one in the file before it is worth saying. */
export function marginOf(ruleSetVersion: string | null, now: string): number {
  return ruleSetVersion !== null && isComparable(ruleSetVersion, now) ? MARGIN : MARGIN_OF_OTHER_RULES;
}

/** A finding with both scores when a definition scores clearly lower now; a warning where the rules are comparable. */
export function degradation(before: ScoreInFile, score: number, ruleSetVersion: string): Finding | null {
  const margin = marginOf(before.ruleSetVersion, ruleSetVersion);
  // In hundredths, as scores are: 0.95 - 0.9 is a little more than 0.05 to a computer.
  if (scorePoints(before.score - score) <= scorePoints(margin)) return null;
  return {
    code: 'quality_degraded',
    severity: margin === MARGIN ? 'warning' : 'info',
    params: { before: scorePoints(before.score), now: scorePoints(score), ruleSet: before.ruleSetVersion ?? '?' },
  };
}

/** The score of the predecessor application, which it wrote into a column of its own; null without one. */
export function predecessorScore(extras: Readonly<Record<string, unknown>>): ScoreInFile | null {
  const value = extras.validation_score;
  const score = typeof value === 'string' ? Number(value.trim().replace(',', '.') || Number.NaN) : value;
  return typeof score === 'number' && score >= 0 && score <= 1 ? { score, ruleSetVersion: null } : null;
}

export const SCORE_FINDING_TEXTS: Readonly<Record<string, FindingText>> = {
  quality_degraded: {
    message: {
      nl: 'De definitie scoort nu {now} van 100; het bestand zegt {before} (regelset {ruleSet}).',
      en: 'The definition scores {now} of 100 now; the file says {before} (rule set {ruleSet}).',
    },
    advice: {
      nl: 'Bekijk de bevindingen: misschien is de tekst gewijzigd. Onder een andere regelset zijn scores niet zonder meer te vergelijken.',
      en: 'Look at the findings: the text may have changed. Scores under another rule set cannot simply be compared.',
    },
  },
};
