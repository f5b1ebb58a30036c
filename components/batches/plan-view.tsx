'use client';

import { useState } from 'react';
import { useMayDo } from '#components/api/use-me.ts';
import type { Job } from '#contract/jobs.ts';
import type { Decision } from '#domain/plan.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { JobFindings } from './job-findings.tsx';
import { PlanBrowser } from './plan-browser.tsx';
import { countsAfter, overridesToSend, writesOf } from './plan-counts.ts';
import { PlanFilters } from './plan-filters.tsx';
import { PlanOfUpdate } from './plan-of-update.tsx';
import { PlanSentence } from './plan-sentence.tsx';
import { useOverrides } from './use-overrides.ts';

export type PlanViewProps = {
  job: Job;
  /** The decision was refused, such as when somebody else was first; said outside of this view, which then goes away. */
  onRefused: (error: unknown) => void;
};

/** What a job will do, item by item, before it does it: filters, rows, the chosen row at the right, the decision at the bottom. */
export function PlanView(props: PlanViewProps) {
  return props.job.operation === 'update' ? <PlanOfUpdate {...props} /> : <PlanOfImport {...props} />;
}

function PlanOfImport({ job, onRefused }: PlanViewProps) {
  const [decision, setDecision] = useState<Decision | null>(null);
  const mayDecide = useMayDo('batch:control');
  const { overrides, decide, clear } = useOverrides();
  const plan = job.plan ?? {};
  return (
    <div className="flex flex-col gap-4">
      <JobFindings findings={job.findings} folded />
      <PlanBrowser
        job={job}
        filters={<PlanFilters job={job} selected={decision} onChange={setDecision} />}
        query={decision ? { decision } : {}}
        onClear={() => setDecision(null)}
        overrides={overrides}
        onDecide={mayDecide ? decide : null}
      />
      {mayDecide ? (
        <ConfirmBar
          job={job}
          sentence={<PlanSentence plan={plan} conflictsFail={job.options.conflict === 'fail'} overrides={overrides} />}
          writes={writesOf(countsAfter(plan, overrides))}
          changed={overrides.size}
          onClear={clear}
          confirmation={{ decision: 'apply', overrides: overridesToSend(overrides) }}
          onRefused={onRefused}
        />
      ) : null}
    </div>
  );
}
