'use client';

import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { Banner } from '#components/ui/banner.tsx';
import { NEEDS_APPROVAL } from '#domain/operation-names.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { PlanBrowser } from './plan-browser.tsx';
import { PlanFilters } from './plan-filters.tsx';
import type { PlanViewProps } from './plan-view-props.ts';
import { SelectionSentence } from './selection-sentence.tsx';
import { usePlanFilters } from './use-plan-filters.ts';

/** The plan of a job that does the same with every definition: which, which stay and why, and the decision. */
export function PlanOfSelection({ job, onRefused }: PlanViewProps) {
  const t = useTranslations('approvals.plan');
  const filters = usePlanFilters();
  const mayDecide = useMayDo('batch:control');
  return (
    <div className="flex flex-col gap-4">
      {NEEDS_APPROVAL.includes(job.operation) ? <Banner tone="warning">{t('noUndo')}</Banner> : null}
      <PlanBrowser
        job={job}
        filters={<PlanFilters job={job} filters={filters} />}
        filter={filters.filter}
        onClear={filters.clear}
        wishOf={() => null}
        onDecide={null}
      />
      {mayDecide ? (
        <ConfirmBar
          job={job}
          sentence={<SelectionSentence job={job} />}
          writes={job.plan?.update ?? 0}
          changed={0}
          onClear={() => {}}
          confirmation={{ decision: 'apply' }}
          onRefused={onRefused}
        />
      ) : null}
    </div>
  );
}
