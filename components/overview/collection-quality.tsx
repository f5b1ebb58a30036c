'use client';

import { CircleCheck, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useDefinitionFacets } from '#components/api/use-definition-facets.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { cx } from '#components/ui/cx.ts';
import { ErrorState } from '#components/ui/error-state.tsx';
import { ProgressBar, type ProgressSegment } from '#components/ui/progress-bar.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { DefinitionFacets } from '#contract/definitions.ts';
import { DEFINITION_STATUSES, VERDICTS, type Verdict } from '#domain/definition.ts';

const LOOKS: Record<Verdict, { tone: ProgressSegment['tone']; icon: LucideIcon; ink: string }> = {
  valid: { tone: 'success', icon: CircleCheck, ink: 'text-success-fill' },
  warnings: { tone: 'warning', icon: TriangleAlert, ink: 'text-warning-fill' },
  invalid: { tone: 'danger', icon: CircleX, ink: 'text-danger-fill' },
};

type Counts = DefinitionFacets['verdict'];

function countOf(counts: Counts, value: string): number {
  return counts.find((entry) => entry.value === value)?.count ?? 0;
}

/** How the collection is divided over verdicts and statuses; each line leads to those definitions. */
export function CollectionQuality() {
  const t = useTranslations();
  const problemText = useProblemText();
  const facets = useDefinitionFacets();
  return (
    <Card title={t('overview.qualityTitle')}>
      {facets.isPending ? <SkeletonRows rows={6} label={t('common.loading')} /> : null}
      {facets.isError ? (
        <ErrorState
          title={t('common.loadFailed')}
          action={
            <Button size="small" onPress={() => facets.refetch()}>
              {t('common.retry')}
            </Button>
          }
        >
          {problemText(facets.error).detail}
        </ErrorState>
      ) : null}
      {facets.data?.total === 0 ? <p className="text-sm text-ink-muted">{t('overview.qualityNone')}</p> : null}
      {facets.data && facets.data.total > 0 ? <Quality facets={facets.data} /> : null}
    </Card>
  );
}

function Quality({ facets }: { facets: DefinitionFacets }) {
  const t = useTranslations();
  const format = useFormat();
  const segments = VERDICTS.map((verdict) => ({ tone: LOOKS[verdict].tone, value: countOf(facets.verdict, verdict) }));
  const words = VERDICTS.map((verdict) => `${t(`statuses.verdict.${verdict}`)} ${countOf(facets.verdict, verdict)}`);
  return (
    <div className="flex flex-col gap-4">
      <p>
        <span className="text-3xl font-semibold tracking-tight">{format.number(facets.total)}</span>{' '}
        <span className="text-sm text-ink-muted">{t('overview.qualityTotal', { count: facets.total })}</span>
      </p>
      <ProgressBar
        finished
        size="thick"
        label={t('overview.qualityBar')}
        total={facets.total}
        segments={segments}
        valueText={words.join(', ')}
      />
      <ul className="-mx-2 flex flex-col">
        {VERDICTS.map((verdict) => {
          const { icon: Icon, ink } = LOOKS[verdict];
          return (
            <FacetLine
              key={verdict}
              href={`/definitions?verdict=${verdict}`}
              icon={<Icon aria-hidden size={16} className={cx('shrink-0', ink)} />}
              label={t(`statuses.verdict.${verdict}`)}
              count={countOf(facets.verdict, verdict)}
              total={facets.total}
            />
          );
        })}
      </ul>
      <div className="border-t border-line pt-3">
        <h3 className="pb-1 text-sm font-semibold">{t('overview.statusTitle')}</h3>
        <ul className="-mx-2 flex flex-col">
          {DEFINITION_STATUSES.filter((status) => countOf(facets.status, status) > 0).map((status) => (
            <FacetLine
              key={status}
              href={`/definitions?status=${status}`}
              label={t(`statuses.definition.${status}`)}
              count={countOf(facets.status, status)}
              total={facets.status.reduce((sum, entry) => sum + entry.count, 0)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

type FacetLineProps = { href: string; icon?: React.ReactNode; label: string; count: number; total: number };

function FacetLine({ href, icon, label, count, total }: FacetLineProps) {
  const format = useFormat();
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        className="flex min-h-9 items-center gap-2.5 rounded-sm px-2 text-sm no-underline hover:bg-accent-soft"
      >
        {icon}
        <span className="grow underline decoration-line-strong underline-offset-4">{label}</span>
        <span>{format.number(count)}</span>
        <span className="w-12 text-right text-ink-muted">{format.percent(count / total)}</span>
      </Link>
    </li>
  );
}
