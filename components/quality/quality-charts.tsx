'use client';

import { useTranslations } from 'use-intl';
import { BarTable } from '#components/batches/bar-table.tsx';
import type { ChartMark } from '#components/charts/chart-marks.ts';
import { ColumnChart } from '#components/charts/column-chart.tsx';
import { DonutChart } from '#components/charts/donut-chart.tsx';
import { useFormat } from '#components/i18n/use-format.ts';
import type { Quality } from '#contract/quality.ts';
import { VERDICTS, type Verdict } from '#domain/definition.ts';
import { scoreRange } from '#domain/quality.ts';
import { scorePoints } from '#domain/score-points.ts';
import { RULE_CATEGORIES, SUFFICIENT_CATEGORY_MEAN, SUFFICIENT_SCORE } from '#domain/validation/rule.ts';
import type { QualityLink } from './quality-link.ts';

const LOOKS: Record<Verdict, { ink: string; mark: ChartMark }> = {
  valid: { ink: 'text-chart-2', mark: 'solid' },
  warnings: { ink: 'text-chart-3', mark: 'hatched' },
  invalid: { ink: 'text-chart-4', mark: 'crossed' },
};

export type QualityChartProps = { quality: Quality; linkOf: QualityLink };

export function VerdictDonut({ quality, linkOf }: QualityChartProps) {
  const t = useTranslations('quality');
  const verdicts = useTranslations('statuses.verdict');
  const format = useFormat();
  return (
    <DonutChart
      caption={t('verdicts')}
      head={[t('verdict'), t('count'), t('share')]}
      centre={{ value: format.percent(quality.passRate ?? 0), label: t('passRate') }}
      segments={VERDICTS.map((verdict) => ({
        id: verdict,
        name: verdicts(verdict),
        value: quality.verdicts[verdict],
        text: format.number(quality.verdicts[verdict]),
        share: quality.checked > 0 ? format.percent(quality.verdicts[verdict] / quality.checked) : '',
        href: linkOf({ verdict }),
        ...LOOKS[verdict],
      }))}
    />
  );
}

export function ScoreColumns({ quality, linkOf }: QualityChartProps) {
  const t = useTranslations('quality');
  const format = useFormat();
  const bins = quality.scores.map((value, bin) => {
    const range = scoreRange(bin);
    const [from, to] = [scorePoints(range.from), scorePoints(range.to)];
    const text = format.number(value);
    const href = linkOf({ minScore: range.from, maxScore: range.to });
    return { id: String(bin), from, to, value, text, href, low: to < SUFFICIENT_SCORE * 100 };
  });
  return (
    <div className="flex flex-col gap-2">
      <ColumnChart
        caption={t('scores')}
        columns={bins.map(({ from, to, low, ...bin }) => ({
          ...bin,
          tick: String(from),
          label: t('scoreColumn', { from: String(from), to: String(to), count: bin.text }),
          ink: low ? 'text-chart-5' : 'text-chart-1',
          mark: low ? 'hatched' : 'solid',
        }))}
      />
      <p className="text-xs text-ink-muted">{t('scoresHelp')}</p>
      {quality.unscored > 0 ? (
        <p className="text-xs text-ink-muted">{t('unscored', { count: quality.unscored })}</p>
      ) : null}
      <details className="text-sm">
        <summary className="inline-flex min-h-6 items-center text-accent underline underline-offset-4">
          {t('asTable')}
        </summary>
        <div className="pt-2">
          <BarTable
            caption={t('scores')}
            head={[t('score'), t('count')]}
            rows={bins.map(({ id, from, to, value, text, href }) => ({
              id,
              name: t('scoreRange', { from: String(from), to: String(to) }),
              value,
              text,
              ...(value > 0 ? { href } : {}),
            }))}
          />
        </div>
      </details>
    </div>
  );
}

/** Nothing when no item was checked by rules that keep the categories. */
export function CategoryBars({ quality, linkOf }: QualityChartProps) {
  const t = useTranslations('quality');
  const rows = RULE_CATEGORIES.flatMap((category) => {
    const mean = quality.categories[category];
    if (mean === null || mean === undefined) return [];
    const low = mean < SUFFICIENT_CATEGORY_MEAN;
    const points = String(scorePoints(mean));
    return [
      {
        id: category,
        name: t(`category.${category}`),
        value: mean,
        text: low ? `${points} (${t('tooLow')})` : points,
        tone: low ? ('danger' as const) : ('accent' as const),
        // A bar that is full has nothing behind it.
        ...(mean < 1 ? { href: linkOf({ failsIn: category }) } : {}),
      },
    ];
  });
  if (rows.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <BarTable caption={t('categories')} head={[t('categoryName'), t('mean')]} rows={rows} most={1} />
      <p className="text-xs text-ink-muted">{t('categoriesHelp')}</p>
    </div>
  );
}
