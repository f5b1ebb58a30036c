'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useJobItems } from '#components/api/use-job-items.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { ConfirmBar } from '#components/batches/confirm-bar.tsx';
import { FindingList } from '#components/batches/finding-list.tsx';
import { FilterChip } from '#components/batches/plan-filter-chip.tsx';
import type { PlanViewProps } from '#components/batches/plan-view-props.ts';
import { DecisionBadge } from '#components/statuses/decision-badge.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Item } from '#contract/jobs.ts';
import { DECISIONS, type Decision } from '#domain/plan.ts';

/** What would become of each key that was handed in, before it is. */
export function PlanOfEnrolment({ job, onRefused }: PlanViewProps) {
  const t = useTranslations('provenance.plan');
  const common = useTranslations('common');
  const plans = useTranslations('batches.plan');
  const names = useTranslations('provenance.plan.decision');
  const mayDecide = useMayDo('provenance:manage');
  const [decision, setDecision] = useState<Decision | null>(null);
  const [cursor, setCursor] = useState<string | undefined>();
  const items = useJobItems(job.id, { ...(decision ? { decision } : {}), ...(cursor ? { cursor } : {}), limit: 50 });
  const plan = job.plan ?? {};
  const show = (next: Decision | null) => {
    setDecision(next);
    setCursor(undefined);
  };
  const writes = (plan.new ?? 0) + (plan.update ?? 0);
  const page = items.data;
  return (
    <div className="flex flex-col gap-4">
      <fieldset className="flex min-w-0 flex-wrap gap-2">
        <legend className="sr-only">{plans('filter')}</legend>
        <FilterChip name={plans('all')} count={job.total} on={decision === null} onPress={() => show(null)} />
        {DECISIONS.filter((one) => (plan[one] ?? 0) > 0).map((one) => (
          <FilterChip
            key={one}
            name={nameOf(names, one)}
            count={plan[one] ?? 0}
            on={decision === one}
            onPress={() => show(one)}
          />
        ))}
      </fieldset>
      {items.isPending ? <SkeletonRows rows={6} label={common('loading')} /> : null}
      {items.isError && !page ? <LoadError query={items} /> : null}
      {page ? (
        <>
          <Table caption={t('caption')} minWidth={600}>
            <TableHead>
              <HeadCell>{t('name')}</HeadCell>
              <HeadCell>{t('what')}</HeadCell>
            </TableHead>
            <TableBody>
              {page.items.map((item) => (
                <KeyRow key={item.position} item={item} />
              ))}
            </TableBody>
          </Table>
          <Pagination
            label={common('pages')}
            previousLabel={common('previous')}
            nextLabel={common('next')}
            summary={t('count', { count: page.total })}
            onPrevious={page.previousCursor === null ? null : () => setCursor(page.previousCursor ?? undefined)}
            onNext={page.nextCursor === null ? null : () => setCursor(page.nextCursor ?? undefined)}
          />
        </>
      ) : null}
      {mayDecide ? (
        <ConfirmBar
          job={job}
          sentence={t('sentence', { added: plan.new ?? 0, renewed: plan.update ?? 0, rest: job.total - writes })}
          writes={writes}
          changed={0}
          onClear={() => {}}
          confirmation={{ decision: 'apply' }}
          onRefused={onRefused}
        />
      ) : null}
    </div>
  );
}

function nameOf(t: ReturnType<typeof useTranslations<'provenance.plan.decision'>>, decision: Decision): string {
  if (decision === 'new' || decision === 'update' || decision === 'duplicate' || decision === 'conflict')
    return t(decision);
  return t('invalid');
}

function KeyRow({ item }: { item: Item }) {
  return (
    <TableRow>
      <RowHeadCell>
        <span className="break-words">{item.term}</span>
      </RowHeadCell>
      <Cell>
        {item.decision ? <DecisionBadge decision={item.decision} reason={item.reason} /> : null}
        {item.findings.length > 0 ? <FindingList findings={item.findings} /> : null}
      </Cell>
    </TableRow>
  );
}
