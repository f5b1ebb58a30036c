'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConfirmPlan } from '#components/api/use-confirm-plan.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useDecideHits, useRedactions } from '#components/api/use-redactions.ts';
import { ApprovalCard } from '#components/approvals/approval-card.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { Select } from '#components/ui/select.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { Job } from '#contract/jobs.ts';
import type { HitDecisions, Redactions } from '#contract/redaction.ts';
import { HIT_DECISIONS } from '#domain/redaction/kinds.ts';
import { RedactionFilesCard } from './redaction-files.tsx';
import { RedactionItems } from './redaction-items.tsx';
import { RedactionKinds } from './redaction-kinds.tsx';
import { RequestCard } from './request-card.tsx';

const ALL = 'all';

/** What would be redacted, text by text, with a decision over every hit; then the request for somebody else's approval. */
export function RedactionPlan({ job }: { job: Job }) {
  const t = useTranslations('redaction.page');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const mayRedact = useMayDo('definition:redact');
  const [kind, setKind] = useState<string>(ALL);
  const [decision, setDecision] = useState<string>(ALL);
  const filter = { kind: kind === ALL ? null : kind, decision: decision === ALL ? null : decision };
  const found = useRedactions(job.id, filter);
  const decide = useDecideHits(job.id);
  const [first] = found.data?.pages ?? [];
  if (!first && found.error)
    return (
      <ErrorState
        title={problemText(found.error).title}
        action={<Button onPress={() => found.refetch()}>{common('retry')}</Button>}
      >
        {problemText(found.error).detail}
      </ErrorState>
    );
  if (!first) return <SkeletonRows rows={6} label={t('loading')} />;
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const isFrozen = first.approval?.status === 'requested';
  const onDecide =
    isFrozen || !mayRedact
      ? undefined
      : (decisions: HitDecisions) =>
          decide.mutate(decisions, { onSuccess: ({ changed }) => announce(t('changed', { count: changed })) });
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <section aria-label={t('title')} className="flex min-w-0 flex-col gap-4">
        <p className="font-medium">{t('lead', { hits: first.hits, definitions: first.definitions })}</p>
        {decide.error ? (
          <Banner tone="danger" role="alert" title={problemText(decide.error).title}>
            {problemText(decide.error).detail}
          </Banner>
        ) : null}
        {isFrozen ? <Banner tone="info">{t('frozen')}</Banner> : null}
        {first.hits === 0 ? (
          <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>
        ) : (
          <>
            <Filters redactions={first} kind={kind} decision={decision} onKind={setKind} onDecision={setDecision} />
            {items.length === 0 ? (
              <EmptyState
                title={t('noMatch')}
                action={
                  <Button
                    onPress={() => {
                      setKind(ALL);
                      setDecision(ALL);
                    }}
                  >
                    {t('clear')}
                  </Button>
                }
              />
            ) : (
              <RedactionItems items={items} onDecide={onDecide} />
            )}
            {found.hasNextPage ? (
              <div className="flex flex-wrap items-center gap-3">
                <Button pending={found.isFetchingNextPage} onPress={() => found.fetchNextPage()}>
                  {t('more')}
                </Button>
                <span className="text-sm text-ink-muted">{t('of', { shown: items.length, total: first.total })}</span>
              </div>
            ) : null}
          </>
        )}
      </section>
      <div className="flex min-w-0 flex-col gap-4">
        {first.kinds.length > 0 ? <RedactionKinds redactions={first} onDecide={onDecide} /> : null}
        <RedactionFilesCard jobId={job.id} />
        {first.approval ? <ApprovalCard key={first.approval.id} approval={first.approval} /> : null}
        {isFrozen || !mayRedact ? null : <RequestCard jobId={job.id} count={first.redact} />}
        {isFrozen || !mayRedact ? null : <StopButton job={job} />}
      </div>
    </div>
  );
}

type FiltersProps = {
  redactions: Redactions;
  kind: string;
  decision: string;
  onKind: (kind: string) => void;
  onDecision: (decision: string) => void;
};

function Filters({ redactions, kind, decision, onKind, onDecision }: FiltersProps) {
  const t = useTranslations('redaction.page');
  const names = useTranslations('redaction.kinds');
  const all = { value: ALL, label: t('all') };
  return (
    <div className="flex flex-wrap gap-3">
      <Select
        label={t('filterKind')}
        value={kind}
        onChange={onKind}
        options={[all, ...redactions.kinds.map((one) => ({ value: one.kind as string, label: names(one.kind) }))]}
        className="min-w-56 max-sm:w-full"
      />
      <Select
        label={t('filterDecision')}
        value={decision}
        onChange={onDecision}
        options={[all, ...HIT_DECISIONS.map((value) => ({ value: value as string, label: t(`decision.${value}`) }))]}
        className="min-w-44 max-sm:w-full"
      />
    </div>
  );
}

function StopButton({ job }: { job: Job }) {
  const t = useTranslations('redaction.request');
  const problemText = useProblemText();
  const reject = useConfirmPlan(job.id);
  return (
    <>
      {reject.error ? (
        <Banner tone="danger" role="alert">
          {problemText(reject.error).detail}
        </Banner>
      ) : null}
      <Button
        pending={reject.isPending}
        onPress={() =>
          reject.mutate(
            { decision: 'reject' },
            { onSuccess: () => showToast({ tone: 'success', title: t('stopped') }) },
          )
        }
      >
        {t('stop')}
      </Button>
    </>
  );
}
