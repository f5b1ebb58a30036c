'use client';

import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/card.tsx';
import type { Quality } from '#contract/quality.ts';
import { IssueList, type IssueListProps } from './issue-list.tsx';
import { CategoryBars, ScoreColumns, VerdictDonut } from './quality-charts.tsx';
import { QualityFacts } from './quality-facts.tsx';

export type QualityCardsProps = Pick<IssueListProps, 'linkOf' | 'repairOf' | 'planOf' | 'among'> & { quality: Quality };

/** How good what was checked is: two columns of charts, and under them what is wrong most often. */
export function QualityCards({ quality, linkOf, repairOf, planOf = null, among }: QualityCardsProps) {
  const t = useTranslations('quality');
  // Of an operation that only carries verdicts on there is nothing to list.
  const looked = quality.withSource !== null;
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
      <Card title={t('verdicts')} aside={<Checked count={quality.checked} />}>
        <VerdictDonut quality={quality} linkOf={linkOf} />
      </Card>
      <Card title={t('scores')}>
        <ScoreColumns quality={quality} linkOf={linkOf} />
      </Card>
      {Object.values(quality.categories).some((mean) => mean !== null) ? (
        <Card title={t('categories')}>
          <CategoryBars quality={quality} linkOf={linkOf} />
        </Card>
      ) : null}
      <Card title={t('facts')}>
        <QualityFacts quality={quality} linkOf={linkOf} />
      </Card>
      <Card title={t('issues')} className="lg:col-span-2">
        {looked ? (
          <IssueList issues={quality.issues} linkOf={linkOf} repairOf={repairOf} planOf={planOf} among={among} />
        ) : (
          <p className="text-sm text-ink-muted">{t('notLooked')}</p>
        )}
      </Card>
    </div>
  );
}

function Checked({ count }: { count: number }) {
  const t = useTranslations('quality');
  return <span className="text-sm text-ink-muted">{t('checked', { count })}</span>;
}
