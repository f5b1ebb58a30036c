'use client';

import { useTranslations } from 'use-intl';
import { queryString } from '#components/api/client.ts';
import { useDefinitionFacets } from '#components/api/use-definition-facets.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useCollectionQuality } from '#components/api/use-quality.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { IssueList } from '#components/quality/issue-list.tsx';
import { ScoreColumns, VerdictDonut } from '#components/quality/quality-charts.tsx';
import type { QualityLink } from '#components/quality/quality-link.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { DefinitionFacets } from '#contract/definitions.ts';
import type { Quality as Metrics } from '#contract/quality.ts';
import { DEFINITION_STATUSES } from '#domain/definition.ts';

/** More are a click away. */
const TOP_ISSUES = 5;

const linkOf: QualityLink = (filter) => `/definitions${queryString(filter)}`;

type Counts = DefinitionFacets['verdict'];

function countOf(counts: Counts, value: string): number {
  return counts.find((entry) => entry.value === value)?.count ?? 0;
}

/** How good the collection is: verdicts and scores, each leading to those definitions. */
export function CollectionQuality() {
  const t = useTranslations();
  const problemText = useProblemText();
  const quality = useCollectionQuality();
  const facets = useDefinitionFacets();
  const failed = quality.error ?? facets.error;
  return (
    <Card title={t('overview.qualityTitle')}>
      {(quality.isPending || facets.isPending) && !failed ? (
        <SkeletonRows rows={8} label={t('common.loading')} />
      ) : null}
      {failed ? (
        <ErrorState
          title={t('common.loadFailed')}
          action={
            <Button size="small" onPress={() => void Promise.all([quality.refetch(), facets.refetch()])}>
              {t('common.retry')}
            </Button>
          }
        >
          {problemText(failed).detail}
        </ErrorState>
      ) : null}
      {quality.data?.checked === 0 ? <p className="text-sm text-ink-muted">{t('overview.qualityNone')}</p> : null}
      {quality.data && quality.data.checked > 0 && facets.data ? (
        <Quality quality={quality.data} facets={facets.data} />
      ) : null}
    </Card>
  );
}

/** What is wrong most often in the collection; nothing while that is not known. */
export function CollectionIssues() {
  const t = useTranslations('quality');
  const { data: quality } = useCollectionQuality();
  if (!quality || quality.checked === 0) return null;
  return (
    <Card title={t('issues')}>
      <IssueList issues={quality.issues} linkOf={linkOf} repairOf={{}} among="definitions" atMost={TOP_ISSUES} />
    </Card>
  );
}

function Quality({ quality, facets }: { quality: Metrics; facets: DefinitionFacets }) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <div className="flex flex-col gap-5">
      <p>
        <span className="text-3xl font-semibold tracking-tight">{format.number(quality.checked)}</span>{' '}
        <span className="text-sm text-ink-muted">{t('overview.qualityTotal', { count: quality.checked })}</span>
      </p>
      <VerdictDonut quality={quality} linkOf={linkOf} />
      <section className="border-t border-line pt-4">
        <h3 className="pb-2 text-sm font-semibold">{t('quality.scores')}</h3>
        <ScoreColumns quality={quality} linkOf={linkOf} />
      </section>
      <section className="border-t border-line pt-4">
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
      </section>
    </div>
  );
}

type FacetLineProps = { href: string; label: string; count: number; total: number };

function FacetLine({ href, label, count, total }: FacetLineProps) {
  const format = useFormat();
  return (
    <li>
      <Link
        href={href}
        className="flex min-h-9 items-center gap-2.5 rounded-sm px-2 text-sm no-underline hover:bg-accent-soft"
      >
        <span className="grow underline decoration-line-strong underline-offset-4">{label}</span>
        <span>{format.number(count)}</span>
        <span className="w-12 text-right text-ink-muted">{format.percent(count / total)}</span>
      </Link>
    </li>
  );
}
