'use client';

import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import type { Verdict } from '#domain/definition.ts';
import { scorePoints } from '#domain/score-points.ts';

const LOOKS = {
  valid: { icon: CircleCheck, ink: 'text-success-ink', fill: 'bg-success-fill' },
  warnings: { icon: TriangleAlert, ink: 'text-warning-ink', fill: 'bg-warning-fill' },
  invalid: { icon: CircleX, ink: 'text-danger-ink', fill: 'bg-danger-fill' },
} as const;

export type ScoreProps = {
  /** 0 to 1. */
  score: number;
  verdict: Verdict;
};

/** How good a definition is: a number, the same as a small bar, and the verdict as icon and word. */
export function Score({ score, verdict }: ScoreProps) {
  const t = useTranslations();
  const { icon: Icon, ink, fill } = LOOKS[verdict];
  const points = scorePoints(score);
  return (
    <div className="flex w-28 max-w-full min-w-0 flex-col gap-0.5">
      <div className="flex items-center gap-2">
        <span className="w-7 shrink-0 text-right" aria-hidden>
          {points}
        </span>
        <span className="sr-only">{t('definitions.read.scoreOf', { score: String(points) })}. </span>
        <span aria-hidden className="h-1.5 w-full max-w-20 overflow-hidden rounded-full bg-neutral">
          <span className={cx('block h-full rounded-full', fill)} style={{ width: `${points}%` }} />
        </span>
      </div>
      <span className={cx('flex items-center gap-1 text-xs whitespace-nowrap', ink)}>
        <Icon aria-hidden size={13} className="shrink-0" />
        {t(`statuses.verdict.${verdict}`)}
      </span>
    </div>
  );
}
