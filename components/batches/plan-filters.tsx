'use client';

import { useTranslations } from 'use-intl';
import type { Job } from '#contract/jobs.ts';
import { DECISIONS, type Decision } from '#domain/plan.ts';
import { FilterChip } from './plan-filter-chip.tsx';

export type PlanFiltersProps = { job: Job; selected: Decision | null; onChange: (decision: Decision | null) => void };

/** One chip for each decision that occurs, with its count; pressing shows only those. */
export function PlanFilters({ job, selected, onChange }: PlanFiltersProps) {
  const t = useTranslations('batches.plan');
  const decisions = useTranslations('statuses.decision');
  const plan = job.plan ?? {};
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-2">
      <legend className="sr-only">{t('filter')}</legend>
      <FilterChip name={t('all')} count={job.total} on={selected === null} onPress={() => onChange(null)} />
      {DECISIONS.filter((decision) => (plan[decision] ?? 0) > 0).map((decision) => (
        <FilterChip
          key={decision}
          name={decisions(decision)}
          count={plan[decision] ?? 0}
          on={selected === decision}
          onPress={() => onChange(selected === decision ? null : decision)}
        />
      ))}
    </fieldset>
  );
}
