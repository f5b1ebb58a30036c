'use client';

import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useItem } from '#components/api/use-item.ts';
import { CorrectedNote } from '#components/correction/corrected-note.tsx';
import { DecisionBadge } from '#components/statuses/decision-badge.tsx';
import { ItemOutcomeBadge } from '#components/statuses/item-outcome-badge.tsx';
import { VerdictBadge } from '#components/statuses/verdict-badge.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Link } from '#components/ui/link.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { ItemDetail } from '#contract/jobs.ts';
import type { Wish } from '#domain/plan-override.ts';
import { scorePoints } from '#domain/score-points.ts';
import { FindingList } from './finding-list.tsx';
import { ItemDiff } from './item-diff.tsx';
import { itemSides } from './item-sides.ts';
import { useCodeText } from './use-code-text.ts';

export type ItemDetailsProps = {
  jobId: string;
  position: number;
  /** What a person wants instead of what was planned; shown as it would become. */
  wish?: Wish | null;
};

/** Everything about one item: what happens or happened to it and why, its findings, and what changes, word by word. */
export function ItemDetails({ jobId, position, wish = null }: ItemDetailsProps) {
  const common = useTranslations('common');
  const item = useItem(jobId, position);
  if (item.data) return <Details jobId={jobId} item={item.data} wish={wish} />;
  if (item.isPending) return <SkeletonRows rows={5} label={common('loading')} />;
  return <LoadError query={item} />;
}

function Details({ jobId, item, wish }: { jobId: string; item: ItemDetail; wish: Wish | null }) {
  const t = useTranslations('batches.item');
  const codeText = useCodeText();
  const sides = itemSides(item, wish);
  return (
    <div className="flex flex-col gap-5">
      <Facts item={item} />
      <ChangedSince item={item} />
      {item.problem && !item.findings.some((finding) => finding.code === item.problem?.code) ? (
        <div className="rounded-md border border-danger-fill bg-danger px-3 py-2 text-sm text-danger-ink">
          <p className="font-semibold">{codeText(item.problem.code)}</p>
          {item.problem.detail ? <p className="break-words">{item.problem.detail}</p> : null}
        </div>
      ) : null}
      {sides ? <ItemDiff {...sides} /> : null}
      {item.findings.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold">{t('findings', { count: item.findings.length })}</h3>
          <FindingList findings={item.findings} own={ownOf(item)} jobId={jobId} />
        </section>
      ) : null}
    </div>
  );
}

/** The text that findings are about: what the file says, else what is there. */
function ownOf({ incoming, current }: ItemDetail) {
  const { term, definition, language } = { ...current, ...incoming };
  return term && definition ? { term, definition, language: language ?? 'nl' } : null;
}

/** Somebody was there since the plan was made: said before the item fails of it. */
function ChangedSince({ item }: { item: ItemDetail }) {
  const t = useTranslations('batches.item');
  const { status, baseVersion, presentVersion } = item;
  if (status !== 'pending' || baseVersion === null || baseVersion === presentVersion) return null;
  return (
    <Banner tone="warning" title={t(presentVersion === null ? 'goneTitle' : 'changedTitle')}>
      {presentVersion === null
        ? t('goneText')
        : t('changedText', { from: String(baseVersion), to: String(presentVersion) })}
    </Banner>
  );
}

function Facts({ item }: { item: ItemDetail }) {
  const t = useTranslations('batches.item');
  const reasons = useTranslations('statuses.reason');
  const quality = useTranslations('quality');
  const { file, line } = item.source;
  const points = (score: number) => String(scorePoints(score));
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        {item.decision ? <DecisionBadge decision={item.decision} reason={item.reason} /> : null}
        {item.status === 'pending' ? null : <ItemOutcomeBadge outcome={item.status} />}
        {item.verdict ? <VerdictBadge verdict={item.verdict} /> : null}
        {item.qualityScore === null ? null : (
          <span className="text-ink-muted">
            {item.scoreBefore === null
              ? t('score', { score: points(item.qualityScore) })
              : quality('itemScore', { before: points(item.scoreBefore), after: points(item.qualityScore) })}
          </span>
        )}
      </p>
      {item.reason ? <p>{reasons(item.reason)}</p> : null}
      <CorrectedNote corrected={item.corrected} />
      {file || isThere(item) ? (
        <p className="flex flex-wrap items-baseline gap-x-4">
          {file ? (
            <span className="break-all text-ink-muted">
              {file}
              {line === null ? '' : ` · ${t('line', { line: String(line) })}`}
            </span>
          ) : null}
          {isThere(item) ? (
            <Link
              href={`/definitions/${item.definitionId}`}
              className="text-accent underline underline-offset-4 hover:decoration-2"
            >
              {t('openDefinition')}
            </Link>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

/** A new definition has its id before it exists; what an export took exists anyway. */
function isThere(item: ItemDetail): boolean {
  if (item.definitionId === null) return false;
  return item.current !== null || item.status === 'succeeded' || item.decision === null;
}
