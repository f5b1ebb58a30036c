'use client';

import { debounce, parseAsInteger, useQueryState } from 'nuqs';
import { type ReactNode, useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useItem } from '#components/api/use-item.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Item, Job } from '#contract/jobs.ts';
import { matchesPlanFilter, type PlanFilter } from '#domain/plan-override.ts';
import { PlanItemPane } from './plan-item-pane.tsx';
import { PlanRows } from './plan-rows.tsx';
import type { ForOthers, OnDecide, WishOf } from './plan-wish.ts';
import { usePlanItems } from './use-plan-items.ts';
import { useWide } from './use-wide.ts';

export type PlanBrowserProps = {
  job: Job;
  /** What is over the rows: chips, search, and what can be done with all of them. */
  filters: ReactNode;
  /** What the rows are narrowed to. */
  filter: PlanFilter;
  onClear: () => void;
  wishOf: WishOf;
  /** Null: this person may look, not decide. */
  onDecide: OnDecide | null;
  /** Null: items are decided one by one, or with those that are loaded. */
  others?: ForOthers | null;
  /** A reason was given for what needs one. */
  hasReason?: boolean;
};

/** The address follows when one stays with an item, not at every arrow key. */
const STAY_MS = 400;
const CHOSEN = parseAsInteger.withOptions({ limitUrlUpdates: debounce(STAY_MS) });

/** The rows of a plan and the chosen one beside them. */
export function PlanBrowser(props: PlanBrowserProps) {
  const { job, filters, filter, onClear, wishOf, onDecide, others = null, hasReason = false } = props;
  const [position, choose] = useQueryState('item', CHOSEN);
  const wide = useWide();
  const plan = usePlanItems(job.id, filter);
  const listed = plan.items.find((item) => item.position === position) ?? null;
  // A link may lead to an item that is not loaded; what is not among these rows at all is not shown beside them.
  const far = useItem(job.id, listed || plan.isPending ? null : position).data;
  const picked = listed ?? (far && matchesPlanFilter(far, filter) ? far : null);
  const shown = picked ?? (wide ? (plan.items[0] ?? null) : null);
  const onChoose = useCallback((item: Item) => void choose(item.position), [choose]);
  return (
    <>
      {filters}
      <div className="grid min-h-0 gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <Rows
          // Other rows begin at the top.
          key={JSON.stringify(filter)}
          job={job}
          plan={plan}
          chosen={shown?.position ?? null}
          onChoose={onChoose}
          wishOf={wishOf}
          onDecide={onDecide}
          hasReason={hasReason}
          onClear={onClear}
        />
        <PlanItemPane
          job={job}
          item={shown}
          wide={wide}
          wish={shown ? wishOf(shown) : null}
          hasReason={hasReason}
          onDecide={onDecide}
          onClose={() => void choose(null)}
          others={others}
          alike={Object.keys(filter).length > 0 && !plan.hasNextPage && !filter.q ? plan.items : []}
        />
      </div>
    </>
  );
}

type RowsProps = Pick<PlanBrowserProps, 'job' | 'wishOf' | 'onDecide' | 'onClear'> & {
  plan: ReturnType<typeof usePlanItems>;
  chosen: number | null;
  onChoose: (item: Item) => void;
  hasReason: boolean;
};

function Rows({ job, plan, chosen, onChoose, wishOf, onDecide, hasReason, onClear }: RowsProps) {
  const t = useTranslations('batches.plan');
  const common = useTranslations('common');
  if (plan.isPending) return <SkeletonRows rows={8} label={common('loading')} />;
  if (plan.isError && plan.items.length === 0) {
    return <LoadError query={plan} />;
  }
  if (plan.items.length === 0) {
    return <EmptyState title={t('noMatch')} action={<Button onPress={onClear}>{common('clearFilters')}</Button>} />;
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <PlanRows
        items={plan.items}
        total={plan.total}
        chosen={chosen}
        onChoose={onChoose}
        wishOf={wishOf}
        onDecide={onDecide ? (item, wish) => onDecide([item], wish) : null}
        inPiles={job.operation === 'update'}
        hasReason={hasReason}
        onNearEnd={() => {
          if (plan.hasNextPage && !plan.isFetchingNextPage) void plan.fetchNextPage();
        }}
      />
      <p className="text-xs text-ink-muted max-lg:hidden">
        {onDecide ? t.rich('keys', { key: Key }) : t.rich('keysOfReader', { key: Key })}
      </p>
    </div>
  );
}

function Key(chunks: ReactNode) {
  return <kbd className="rounded-sm border border-line-strong bg-surface px-1 font-sans">{chunks}</kbd>;
}
