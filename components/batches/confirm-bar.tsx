'use client';

import { Check, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConfirmPlan } from '#components/api/use-confirm-plan.ts';
import { IN_SCROLL_ROOM, useScrollRoom } from '#components/definitions/use-scroll-room.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import type { Job } from '#contract/jobs.ts';
import { ConfirmProblem } from './confirm-problem.tsx';
import { isDecided } from './is-decided.ts';
import { countsAfter, type Overrides, writesOf } from './plan-counts.ts';
import { PlanSentence } from './plan-sentence.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { useProgressWindow } from './use-progress-window.tsx';

export type ConfirmBarProps = {
  job: Job;
  overrides: Overrides;
  onClear: () => void;
  onRefused: (error: unknown) => void;
};

/** Stays at the bottom: in one sentence what will happen, and the two decisions. */
export function ConfirmBar({ job, overrides, onClear, onRefused }: ConfirmBarProps) {
  const t = useTranslations('batches.plan');
  const format = useFormat();
  const [rejecting, setRejecting] = useState(false);
  const confirm = useConfirmPlan(job.id);
  const { open } = useProgressWindow();
  const bar = useRef<HTMLElement>(null);
  useScrollRoom(bar, true);
  const plan = job.plan ?? {};
  const nothing = writesOf(countsAfter(plan, overrides)) === 0;
  const apply = () => {
    const changed = [...overrides].map(([position, { to }]) => ({ position, decision: to }));
    // Awaited by promise: this bar may be gone before the answer, since the state of the job comes by socket too.
    confirm.mutateAsync({ decision: 'apply', overrides: changed }).then(
      () => open(job.id),
      (error: unknown) => (isDecided(error) ? onRefused(error) : undefined),
    );
  };
  return (
    <section
      ref={bar}
      aria-label={t('decide')}
      className={cx(
        IN_SCROLL_ROOM,
        'sticky bottom-0 z-10 -mx-4 -mb-14 flex flex-col gap-2 border-t border-line-strong bg-raised px-4 py-3 shadow-overlay max-sm:bottom-14 sm:-mx-8 sm:-mb-16 sm:px-8',
      )}
    >
      {confirm.isError && !isDecided(confirm.error) ? <ConfirmProblem error={confirm.error} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 grow basis-80 text-sm">
          <p className="font-medium">
            <PlanSentence plan={plan} conflictsFail={job.options.conflict === 'fail'} overrides={overrides} />
          </p>
          {overrides.size > 0 ? (
            <p className="text-ink-muted">
              {t('changed', { count: overrides.size })}{' '}
              <button type="button" onClick={onClear} className="min-h-6 text-accent underline underline-offset-4">
                {t('undoChanges')}
              </button>
            </p>
          ) : job.confirmBefore ? (
            <p className="text-ink-muted">{t('before', { when: format.dateTime(job.confirmBefore) })}</p>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button icon={<X aria-hidden size={16} />} isDisabled={confirm.isPending} onPress={() => setRejecting(true)}>
            {t('reject')}
          </Button>
          <Button variant="primary" icon={<Check aria-hidden size={16} />} pending={confirm.isPending} onPress={apply}>
            {nothing ? t('confirmNothing') : t('confirm')}
          </Button>
        </div>
      </div>
      <RejectDialog job={job} isOpen={rejecting} onClose={() => setRejecting(false)} onRefused={onRefused} />
    </section>
  );
}
