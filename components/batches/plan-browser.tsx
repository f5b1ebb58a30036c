'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Item, Job } from '#contract/jobs.ts';
import type { Decision } from '#domain/plan.ts';
import type { Overrides } from './plan-counts.ts';
import { PlanItemPane } from './plan-item-pane.tsx';
import { PlanRows } from './plan-rows.tsx';
import { type PlanQuery, usePlanItems } from './use-plan-items.ts';
import { useWide } from './use-wide.ts';

export type PlanBrowserProps = {
  job: Job;
  /** The chips over the rows. */
  filters: ReactNode;
  /** What is between the chips and the rows. */
  notice?: ReactNode;
  /** What the chips narrow the rows to. */
  query: Omit<PlanQuery, 'q'>;
  onClear: () => void;
  overrides: Overrides;
  /** Null: this person may look, not decide. */
  onDecide: ((items: readonly Item[], to: Decision | null) => void) | null;
  /** A reason was given for what needs one. */
  hasReason?: boolean;
};

/** The rows of a plan with a search, and the chosen one beside them. */
export function PlanBrowser(props: PlanBrowserProps) {
  const { job, filters, notice, query, onClear, overrides, onDecide, hasReason = false } = props;
  const t = useTranslations('batches.plan');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<{ item: Item; within: string } | null>(null);
  const wide = useWide();
  const within = JSON.stringify(query);
  const isNarrowed = within !== '{}';
  const plan = usePlanItems(job.id, { ...query, ...(search ? { q: search } : {}) });
  // What was chosen among other rows is not among these.
  const picked = chosen?.within === within ? chosen.item : null;
  const shown = picked ?? (wide ? (plan.items[0] ?? null) : null);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        {filters}
        <SearchField
          label={t('search')}
          onSubmit={setSearch}
          onClear={() => setSearch('')}
          placeholder={t('searchShort')}
          className="w-48 max-sm:w-full"
        />
      </div>
      {notice}
      <div className="grid min-h-0 gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <Rows
          job={job}
          plan={plan}
          chosen={shown?.position ?? null}
          onChoose={(item) => setChosen({ item, within })}
          overrides={overrides}
          hasReason={hasReason}
          onClear={() => {
            onClear();
            setSearch('');
          }}
        />
        <PlanItemPane
          job={job}
          item={shown}
          wide={wide}
          override={shown ? (overrides.get(shown.position)?.to ?? null) : null}
          hasReason={hasReason}
          onDecide={onDecide}
          onClose={() => setChosen(null)}
          alike={isNarrowed && !plan.hasNextPage && search === '' ? plan.items : []}
        />
      </div>
    </>
  );
}

type RowsProps = {
  job: Job;
  plan: ReturnType<typeof usePlanItems>;
  chosen: number | null;
  onChoose: (item: Item) => void;
  overrides: Overrides;
  hasReason: boolean;
  onClear: () => void;
};

function Rows({ job, plan, chosen, onChoose, overrides, hasReason, onClear }: RowsProps) {
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
      inPiles={job.operation === 'update'}
      hasReason={hasReason}
      onNearEnd={() => {
        if (plan.hasNextPage && !plan.isFetchingNextPage) void plan.fetchNextPage();
      }}
    />
  );
}
