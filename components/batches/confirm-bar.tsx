'use client';

import { Check, UserCheck, X } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { useJobApproval } from '#components/api/use-approvals.ts';
import { useConfirmPlan } from '#components/api/use-confirm-plan.ts';
import { RequestDialog } from '#components/approvals/request-dialog.tsx';
import { IN_SCROLL_ROOM, useScrollRoom } from '#components/definitions/use-scroll-room.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import type { Confirmation, Job } from '#contract/jobs.ts';
import { ConfirmProblem } from './confirm-problem.tsx';
import { isDecided } from './is-decided.ts';
import { RejectDialog } from './reject-dialog.tsx';
import { useProgressWindow } from './use-progress-window.tsx';

export type ConfirmBarProps = {
  job: Job;
  /** What will happen, in one sentence. */
  sentence: ReactNode;
  /** How many definitions are written. */
  writes: number;
  /** How many items were decided by hand. */
  changed: number;
  /** How many of those cannot be kept beside another one, because there is one in that context too. */
  refused?: number;
  /** What was decided by hand is being worked out: the sentence does not say it yet, so nobody can agree to it. */
  settling?: boolean;
  /** Why it could not be worked out. */
  problem?: unknown;
  onClear: () => void;
  /** The yes as it is sent. */
  confirmation: Confirmation;
  onRefused: (error: unknown) => void;
};

/** Stays at the bottom: in one sentence what will happen, and the two decisions. */
export function ConfirmBar(props: ConfirmBarProps) {
  const { job, sentence, writes, changed, onClear, confirmation, onRefused } = props;
  const { refused = 0, settling = false, problem = null } = props;
  const t = useTranslations('batches.plan');
  const format = useFormat();
  const approvals = useTranslations('approvals.plan');
  const [rejecting, setRejecting] = useState(false);
  const [asking, setAsking] = useState(false);
  const confirm = useConfirmPlan(job.id);
  const { open } = useProgressWindow();
  const bar = useRef<HTMLElement>(null);
  useScrollRoom(bar, true);
  // What a person decides by hand may make so much of it that it needs somebody else after all.
  const isTooMuch = confirm.error instanceof ApiProblem && confirm.error.code === 'approval_required';
  const needsApproval = job.needsApproval || isTooMuch;
  const asked = useJobApproval(job.id, job.needsApproval).data?.approval;
  const isAsked = asked?.status === 'requested';
  // Whoever is asked decides over the request, which leaves the plan as it is.
  const isAskedOfMe = isAsked && asked.decidable;
  const { overrides, overrideReason } = confirmation;
  const apply = () =>
    // Awaited by promise: this bar may be gone before the answer, since the state of the job comes by socket too.
    confirm.mutateAsync(confirmation).then(
      () => open(job.id),
      (error: unknown) => (isDecided(error) ? onRefused(error) : undefined),
    );
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
      {problem && !isDecided(problem) && !confirm.isError ? <ConfirmProblem error={problem} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 grow basis-80 text-sm">
          <p role="status" aria-busy={settling} className={cx('font-medium', settling && 'text-ink-muted')}>
            {sentence}
          </p>
          {refused > 0 ? <p className="text-warning-ink">{t('refused', { count: refused })}</p> : null}
          {changed > 0 ? (
            <p className="text-ink-muted">
              {t('changed', { count: changed })}{' '}
              <button type="button" onClick={onClear} className="min-h-6 text-accent underline underline-offset-4">
                {t('undoChanges')}
              </button>
            </p>
          ) : job.confirmBefore && !needsApproval ? (
            <p className="text-ink-muted">{t('before', { when: format.dateTime(job.confirmBefore) })}</p>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2">
          {isAskedOfMe ? null : (
            <Button
              icon={<X aria-hidden size={16} />}
              isDisabled={confirm.isPending}
              onPress={() => setRejecting(true)}
            >
              {needsApproval ? approvals('abandon') : t('reject')}
            </Button>
          )}
          {needsApproval ? null : (
            <Button
              variant="primary"
              icon={<Check aria-hidden size={16} />}
              pending={confirm.isPending || settling}
              onPress={apply}
            >
              {writes === 0 ? t('confirmNothing') : t('confirm')}
            </Button>
          )}
          {needsApproval && !isAsked ? (
            <Button
              variant="primary"
              icon={<UserCheck aria-hidden size={16} />}
              pending={settling}
              isDisabled={writes === 0}
              onPress={() => setAsking(true)}
            >
              {writes === 0 ? approvals('nothing') : approvals('ask')}
            </Button>
          ) : null}
        </div>
      </div>
      {asking ? (
        <RequestDialog
          jobId={job.id}
          count={writes}
          about={{ ...(overrides ? { overrides } : {}), ...(overrideReason ? { overrideReason } : {}) }}
          onClose={() => setAsking(false)}
        />
      ) : null}
      <RejectDialog job={job} isOpen={rejecting} onClose={() => setRejecting(false)} onRefused={onRefused} />
    </section>
  );
}
