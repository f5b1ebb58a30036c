'use client';

import { useMayDo } from '#components/api/use-me.ts';
import { usePlanChoices } from '#components/api/use-plan-choices.ts';
import { usePlanPreview } from '#components/api/use-plan-preview.ts';
import { PlanApproval } from '#components/approvals/plan-approval.tsx';
import { ErrorFileLinks } from '#components/correction/error-file-links.tsx';
import { PlanOfEnrolment } from '#components/provenance/plan-of-enrolment.tsx';
import { ProvenanceNote } from '#components/provenance/provenance-note.tsx';
import { PlanQuality } from '#components/quality/job-quality.tsx';
import type { Wish } from '#domain/plan-override.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { JobFindings } from './job-findings.tsx';
import { PlanBrowser } from './plan-browser.tsx';
import { PlanChanged } from './plan-changed.tsx';
import { writesOf } from './plan-counts.ts';
import { PlanDecideAll } from './plan-decide-all.tsx';
import { PlanFilters } from './plan-filters.tsx';
import { PlanOfSelection } from './plan-of-selection.tsx';
import { PlanOfUpdate } from './plan-of-update.tsx';
import { PlanSentence } from './plan-sentence.tsx';
import type { PlanViewProps } from './plan-view-props.ts';
import { PlanWishes } from './plan-wishes.tsx';
import { usePlanFilters } from './use-plan-filters.ts';
import { usePlanOverrides } from './use-plan-overrides.ts';

/** What a job will do, item by item, before it does it: filters, rows, the chosen row at the right, the decision at the bottom. */
export function PlanView(props: PlanViewProps) {
  return (
    <div className="flex flex-col gap-4">
      <PlanApproval job={props.job} />
      <Plan {...props} />
    </div>
  );
}

function Plan(props: PlanViewProps) {
  const { operation } = props.job;
  if (operation === 'enrol') return <PlanOfEnrolment {...props} />;
  if (operation === 'update') return <PlanOfUpdate {...props} />;
  return operation === 'import' ? <PlanOfImport {...props} /> : <PlanOfSelection {...props} />;
}

function PlanOfImport({ job, onRefused }: PlanViewProps) {
  const filters = usePlanFilters();
  const mayDecide = useMayDo('batch:control');
  const wishes = usePlanOverrides(job.id);
  const choices = usePlanChoices(job.id, filters.filter).data;
  const preview = usePlanPreview(job.id, wishes.list);
  const plan = preview.data?.plan ?? job.plan ?? {};
  const changedSince = preview.data?.changedSince;
  const decideAll = (wish: Wish) => wishes.decideAll(filters.filter, wish);
  return (
    <div className="flex flex-col gap-4">
      <ProvenanceNote provenance={job.provenance} />
      <JobFindings findings={job.findings} folded />
      <ErrorFileLinks job={job} />
      <PlanQuality job={job} />
      {changedSince && changedSince.count > 0 ? <PlanChanged job={job} changed={changedSince} /> : null}
      <PlanBrowser
        job={job}
        filters={
          <>
            <PlanFilters
              job={job}
              filters={filters}
              action={
                mayDecide && choices ? (
                  <PlanDecideAll choices={choices} onDecide={decideAll} changed={wishes.list.length > 0} />
                ) : null
              }
            />
            {mayDecide ? (
              <PlanWishes
                list={wishes.list}
                applied={preview.isPlaceholderData ? undefined : preview.data?.applied}
                onTakeBack={wishes.takeBack}
                onTakeBackSingle={wishes.takeBackSingle}
              />
            ) : null}
          </>
        }
        filter={filters.filter}
        onClear={filters.clear}
        wishOf={wishes.wishOf}
        onDecide={mayDecide ? wishes.decide : null}
        others={{ count: (choice) => choices?.choices[choice] ?? 0, decide: decideAll }}
      />
      {mayDecide ? (
        <ConfirmBar
          job={job}
          sentence={
            <PlanSentence
              plan={plan}
              conflictsFail={job.options.conflict === 'fail'}
              changedSince={changedSince?.decisions ?? {}}
            />
          }
          writes={writesOf(plan, changedSince?.decisions)}
          changed={preview.data?.overridden ?? 0}
          refused={preview.data?.refused.count ?? 0}
          settling={wishes.list.length > 0 && (preview.isPlaceholderData || preview.isPending)}
          problem={preview.error}
          onClear={wishes.clear}
          confirmation={{ decision: 'apply', overrides: [...wishes.list] }}
          onRefused={onRefused}
        />
      ) : null}
    </div>
  );
}
