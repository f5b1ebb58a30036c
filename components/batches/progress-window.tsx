'use client';

import { CircleStop } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLiveJob } from '#components/api/use-live-job.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { ActionProblem } from './action-problem.tsx';
import { isResult } from './is-result.ts';
import { JobAtWork } from './job-at-work.tsx';
import { JobSummary } from './job-summary.tsx';
import { jobLink } from './links.ts';
import { NextActions } from './next-actions.tsx';
import { PauseButton } from './pause-button.tsx';
import { stopChoices } from './stop-choices.ts';
import { StopDialog } from './stop-dialog.tsx';
import { useJobWords } from './use-job-words.ts';
import { type Pause, usePause } from './use-pause.ts';

export type ProgressWindowProps = { jobId: string; onMinimise: () => void; onOpenOther: (jobId: string) => void };

/**
 * The window of one job: live while it works, its report once it has ended. Esc and the corner button put it away and never
 * stop the job.
 */
export function ProgressWindow({ jobId, onMinimise, onOpenOther }: ProgressWindowProps) {
  const t = useTranslations('batches');
  const words = useJobWords();
  const live = useLiveJob(jobId);
  const [stopping, setStopping] = useState(false);
  const job = live.data;
  const pause = usePause(job ?? { id: jobId, status: 'completed' });
  const ended = job !== undefined && isFinal(job.status);
  return (
    <Dialog
      isOpen
      onClose={onMinimise}
      width="large"
      title={job ? words.heading(job) : t('window.loading')}
      closeLabel={ended || job?.status === 'paused' ? t('window.close') : t('window.background')}
      actions={
        <WindowActions job={job} ended={ended} pause={pause} onMinimise={onMinimise} onStop={() => setStopping(true)} />
      }
    >
      {job ? (
        <div className="flex flex-col gap-4">
          <StartedBy job={job} />
          {ended ? (
            <>
              <JobSummary job={job} onLeave={onMinimise} />
              <NextActions job={job} onLeave={onMinimise} onStarted={onOpenOther} />
            </>
          ) : (
            <>
              <JobAtWork job={job} connection={live.connection} onLeave={onMinimise} />
              <ActionProblem error={pause.error} />
              <p className="border-t border-line pt-3 text-sm text-ink-muted">{t(closingOf(job))}</p>
            </>
          )}
          <StopDialog job={job} isOpen={stopping} onClose={() => setStopping(false)} />
        </div>
      ) : (
        <NotThere error={live.error} onRetry={() => void live.refetch()} />
      )}
    </Dialog>
  );
}

/** What becomes of the job when one puts the window away. */
function closingOf({ status }: Job) {
  if (status === 'awaiting_confirmation') return 'window.mayWait';
  return status === 'paused' || status === 'pausing' ? 'window.mayClosePaused' : 'window.mayClose';
}

function StartedBy({ job }: { job: Job }) {
  const t = useTranslations('batches.window');
  const format = useFormat();
  const words = useJobWords();
  return (
    <p className="text-sm text-ink-muted">
      {t('startedBy', {
        name: job.name,
        number: words.number(job),
        person: job.createdBy.name,
        when: format.dateTime(job.startedAt ?? job.createdAt),
      })}
    </p>
  );
}

type WindowActionsProps = {
  job: Job | undefined;
  ended: boolean;
  pause: Pause;
  onMinimise: () => void;
  onStop: () => void;
};

/** The main button keeps its place and its focus when the job ends; only its words change. */
function WindowActions({ job, ended, pause, onMinimise, onStop }: WindowActionsProps) {
  const t = useTranslations('batches');
  const router = useRouter();
  const mayControl = useMayDo('batch:control');
  const stoppable = job !== undefined && mayControl && stopChoices(job) !== null;
  const waits = job?.status === 'awaiting_confirmation';
  const paused = pause.choice === 'resume';
  const hasFile = ended && (job?.artifacts.some(isResult) ?? false);
  const stoppingNow = job?.status === 'cancelling' || job?.status === 'rolling_back';
  const showDetails = () => {
    if (!job) return;
    onMinimise();
    router.push(jobLink(job));
  };
  return (
    <>
      {stoppable ? (
        <span className="mr-auto flex flex-wrap gap-2">
          <PauseButton pause={pause} variant={paused ? 'primary' : 'quiet'} />
          <Button variant="quiet" icon={<CircleStop aria-hidden size={16} />} onPress={onStop}>
            {t('stop.open')}
          </Button>
        </span>
      ) : null}
      {stoppingNow ? (
        <span className="mr-auto self-center text-sm text-ink-muted">
          {t(job.status === 'rolling_back' ? 'stop.undoing' : 'stop.stopping')}
        </span>
      ) : null}
      <Button isDisabled={!job} onPress={showDetails}>
        {ended ? t('window.report') : t('window.details')}
      </Button>
      <Button autoFocus variant={waits || paused || hasFile ? 'secondary' : 'primary'} onPress={onMinimise}>
        {ended || job?.status === 'paused' ? t('window.close') : t('window.background')}
      </Button>
    </>
  );
}

function NotThere({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations('common');
  const problemText = useProblemText();
  if (!error) return <SkeletonRows rows={4} label={t('loading')} />;
  const { title, detail } = problemText(error);
  return (
    <ErrorState title={title} action={<Button onPress={onRetry}>{t('retry')}</Button>}>
      {detail}
    </ErrorState>
  );
}
