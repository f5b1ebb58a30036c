'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Item, Job } from '#contract/jobs.ts';
import type { Decision } from '#domain/plan.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { JobFindings } from './job-findings.tsx';
import { PlanFilters } from './plan-filters.tsx';
import { PlanItemPane } from './plan-item-pane.tsx';
import { PlanRows } from './plan-rows.tsx';
import { useOverrides } from './use-overrides.ts';
import { usePlanItems } from './use-plan-items.ts';
import { useWide } from './use-wide.ts';

export type PlanViewProps = {
  job: Job;
  /** The decision was refused, such as when somebody else was first; said outside of this view, which then goes away. */
  onRefused: (error: unknown) => void;
};

/** What an import will do, item by item, before it does it: filters, rows, the chosen row at the right, the decision at the bottom. */
export function PlanView({ job, onRefused }: PlanViewProps) {
  const t = useTranslations('batches.plan');
  const [decision, setDecision] = useState<Decision | null>(null);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Item | null>(null);
  const wide = useWide();
  const mayDecide = useMayDo('batch:control');
  const { overrides, decide, clear } = useOverrides();
  const query = { ...(decision ? { decision } : {}), ...(search ? { q: search } : {}) };
  const plan = usePlanItems(job.id, query);
  const shown = chosen ?? (wide ? (plan.items[0] ?? null) : null);
  return (
    <div className="flex flex-col gap-4">
      <JobFindings findings={job.findings} folded />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PlanFilters
          job={job}
          selected={decision}
          onChange={(next) => {
            setDecision(next);
            setChosen(null);
          }}
        />
        <SearchField
          label={t('search')}
          onSubmit={setSearch}
          onClear={() => setSearch('')}
          placeholder={t('searchShort')}
          className="w-48 max-sm:w-full"
        />
      </div>
      <div className="grid min-h-0 gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <Rows
          plan={plan}
          chosen={shown?.position ?? null}
          onChoose={setChosen}
          overrides={overrides}
          onClear={() => {
            setDecision(null);
            setSearch('');
          }}
        />
        <PlanItemPane
          job={job}
          item={shown}
          wide={wide}
          override={shown ? (overrides.get(shown.position)?.to ?? null) : null}
          onDecide={mayDecide ? decide : null}
          onClose={() => setChosen(null)}
          alike={decision !== null && !plan.hasNextPage && search === '' ? plan.items : []}
        />
      </div>
      {mayDecide ? <ConfirmBar job={job} overrides={overrides} onClear={clear} onRefused={onRefused} /> : null}
    </div>
  );
}

type RowsProps = {
  plan: ReturnType<typeof usePlanItems>;
  chosen: number | null;
  onChoose: (item: Item) => void;
  overrides: ReturnType<typeof useOverrides>['overrides'];
  onClear: () => void;
};

function Rows({ plan, chosen, onChoose, overrides, onClear }: RowsProps) {
  const t = useTranslations('batches.plan');
  const common = useTranslations('common');
  const problemText = useProblemText();
  if (plan.isPending) return <SkeletonRows rows={8} label={common('loading')} />;
  if (plan.isError && plan.items.length === 0) {
    return (
      <ErrorState
        title={problemText(plan.error).title}
        action={<Button onPress={() => void plan.refetch()}>{common('retry')}</Button>}
      >
        {problemText(plan.error).detail}
      </ErrorState>
    );
  }
  if (plan.items.length === 0) {
    return <EmptyState title={t('noMatch')} action={<Button onPress={onClear}>{common('clearFilters')}</Button>} />;
  }
  return (
    <PlanRows
      items={plan.items}
      total={plan.total}
      chosen={chosen}
      onChoose={onChoose}
      overrides={overrides}
      onNearEnd={() => {
        if (plan.hasNextPage && !plan.isFetchingNextPage) void plan.fetchNextPage();
      }}
    />
  );
}
