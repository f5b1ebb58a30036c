'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { FilterPopover } from '#components/ui/filter-popover.tsx';
import { Select } from '#components/ui/select.tsx';
import { JOB_STATUSES, type JobStatus } from '#domain/job-status.ts';
import { OPERATIONS } from '#domain/operation-names.ts';
import { PERIODS } from './period.ts';
import type { BatchFilterState } from './use-batch-filters.ts';

const ALL = 'all';

export function BatchFilters({ filters }: { filters: BatchFilterState }) {
  const t = useTranslations('batches.list');
  const statuses = useTranslations('statuses');
  const common = useTranslations('common');
  const { values, set } = filters;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="flex min-h-10 items-center">
        <FilterPopover
          label={t('status')}
          options={JOB_STATUSES.map((value) => ({ value, label: statuses(`job.${value}`) }))}
          selected={values.status}
          onChange={(selected) => set({ status: selected as JobStatus[] })}
          clearLabel={common('clear')}
          emptyText={common('nothingToChoose')}
        />
      </div>
      <Select
        label={t('operation')}
        options={[
          { value: ALL, label: common('all') },
          ...OPERATIONS.map((value) => ({ value, label: statuses(`operation.${value}`) })),
        ]}
        value={values.operation ?? ALL}
        onChange={(value) => set({ operation: value === ALL ? null : (value as (typeof OPERATIONS)[number]) })}
        className="w-36"
      />
      <Select
        label={t('who')}
        options={[
          { value: ALL, label: t('everybody') },
          { value: 'me', label: t('mine') },
        ]}
        value={values.person ?? ALL}
        onChange={(value) => set({ person: value === 'me' ? 'me' : null })}
        className="w-36"
      />
      <Select
        label={t('period')}
        options={[
          { value: ALL, label: t('anyTime') },
          ...PERIODS.map((value) => ({ value, label: t(`periods.${value}`) })),
        ]}
        value={values.period ?? ALL}
        onChange={(value) => set({ period: value === ALL ? null : (value as (typeof PERIODS)[number]) })}
        className="w-44"
      />
      {filters.active > 0 ? (
        <div className="flex min-h-10 items-center">
          <Button variant="quiet" size="small" onPress={filters.clear}>
            {common('clearFilters')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
