'use client';

import { parseAsString, useQueryState } from 'nuqs';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useJobItems } from '#components/api/use-job-items.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { PlanQuality } from '#components/quality/job-quality.tsx';
import { REASONS_OF_PILE } from '#components/statuses/pile.ts';
import { SearchField } from '#components/ui/search-field.tsx';
import { ConfirmBar } from './confirm-bar.tsx';
import { JobFindings } from './job-findings.tsx';
import { PlanBrowser } from './plan-browser.tsx';
import { overridesToSend } from './plan-counts.ts';
import { PlanDoubts } from './plan-doubts.tsx';
import { type FilterPile, PlanPileFilters } from './plan-pile-filters.tsx';
import { pilesAfter, plannedPiles } from './plan-piles.ts';
import { PlanUpdateSentence } from './plan-update-sentence.tsx';
import type { PlanViewProps } from './plan-view-props.ts';
import { useOverrides } from './use-overrides.ts';

/** The plan of an update in three piles: what passes, what needs a reason, what is blocked; and the one reason for the second. */
export function PlanOfUpdate({ job, onRefused }: PlanViewProps) {
  const [pile, setPile] = useState<FilterPile | null>(null);
  const [reason, setReason] = useState('');
  const t = useTranslations('batches.plan');
  const mayDecide = useMayDo('batch:control');
  const [search, setSearch] = useQueryState('q', parseAsString);
  const { overrides, wishOf, decide, clear } = useOverrides();
  const filter = useMemo(
    () => ({ ...(pile ? { reason: [...REASONS_OF_PILE[pile]] } : {}), ...(search ? { q: search } : {}) }),
    [pile, search],
  );
  const plan = job.plan ?? {};
  const doubts = useJobItems(job.id, { reason: REASONS_OF_PILE.needs_reason, limit: 1 });
  const needsReason = doubts.data?.total ?? 0;
  const planned = plannedPiles(plan, needsReason);
  const after = pilesAfter({ plan, needsReason, overrides, hasReason: reason.trim() !== '' });
  return (
    <div className="flex flex-col gap-4">
      <JobFindings findings={job.findings} folded />
      <PlanQuality job={job} />
      <PlanBrowser
        job={job}
        filters={
          <>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <PlanPileFilters
                counts={planned}
                total={job.total}
                withGate={job.options.status !== undefined}
                selected={pile}
                onChange={setPile}
              />
              <SearchField
                label={t('search')}
                defaultValue={search ?? ''}
                onSubmit={(q) => void setSearch(q || null)}
                onClear={() => void setSearch(null)}
                placeholder={t('searchShort')}
                className="w-48 max-sm:w-full"
              />
            </div>
            {needsReason > 0 && mayDecide ? (
              <PlanDoubts count={needsReason} reason={reason} onChange={setReason} />
            ) : null}
          </>
        }
        filter={filter}
        onClear={() => {
          setPile(null);
          void setSearch(null);
        }}
        wishOf={wishOf}
        onDecide={mayDecide ? decide : null}
        hasReason={reason.trim() !== ''}
      />
      {mayDecide ? (
        <ConfirmBar
          job={job}
          sentence={<PlanUpdateSentence counts={after} status={job.options.status} />}
          writes={after.passes}
          changed={overrides.size}
          onClear={clear}
          confirmation={{
            decision: 'apply',
            overrides: overridesToSend(overrides),
            ...(reason.trim() ? { overrideReason: reason.trim() } : {}),
          }}
          onRefused={onRefused}
        />
      ) : null}
    </div>
  );
}
