'use client';

import { Download, ListFilter, RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { ErrorFileLinks } from '#components/correction/error-file-links.tsx';
import { Button, type ButtonSize, buttonClass, LinkButton } from '#components/ui/button.tsx';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { lacksItsFile } from '#domain/lacks-its-file.ts';
import { ActionProblem } from './action-problem.tsx';
import { isResult } from './is-result.ts';
import { itemsLink } from './links.ts';
import { canUndo } from './undo-choice.ts';
import { UndoDialog } from './undo-dialog.tsx';
import { useRetry } from './use-retry.ts';

export type NextActionsProps = {
  job: Job;
  size?: ButtonSize;
  onLeave?: () => void;
  /** A job is at work by this: a new one, or this one on its way back. */
  onStarted: (jobId: string) => void;
};

/** What one can do with a job that has ended: get its files, look at what failed, do that again, take it all back. */
export function NextActions({ job, size = 'medium', onLeave, onStarted }: NextActionsProps) {
  const t = useTranslations('batches.next');
  const mayDownload = useMayDo('artifact:download');
  const leave = onLeave ? { onClick: onLeave } : {};
  const look = { size, icon: <ListFilter aria-hidden size={16} />, ...leave };
  if (!isFinal(job.status)) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 empty:hidden">
      {mayDownload
        ? job.artifacts.filter(isNotOffered).map((artifact) => (
            // A plain link: the router would fetch it beforehand, and every download is audited.
            <a
              key={artifact.id}
              href={`/api/v1/artifacts/${artifact.id}`}
              download
              className={buttonClass(isResult(artifact) ? 'primary' : 'secondary', size)}
            >
              <Download aria-hidden size={16} />
              {t(artifact.kind)}
            </a>
          ))
        : null}
      {job.failed > 0 ? (
        <LinkButton href={itemsLink(job, { status: 'failed' })} {...look}>
          {t('showFailed', { count: job.failed })}
        </LinkButton>
      ) : null}
      {job.rollbackConflict > 0 ? (
        <LinkButton href={itemsLink(job, { status: 'rollback_conflict' })} {...look}>
          {t('showKept', { count: job.rollbackConflict })}
        </LinkButton>
      ) : null}
      <ErrorFileLinks job={job} size={size} />
      <Again job={job} size={size} onStarted={onStarted} />
      <TakeBack job={job} size={size} onStarted={onStarted} />
    </div>
  );
}

/** The failed items are offered as they are now, in three forms; as they were they are among the files of the job. */
function isNotOffered({ kind }: Job['artifacts'][number]): boolean {
  return kind !== 'error_file';
}

type ActionProps = { job: Job; size: ButtonSize; onStarted: (jobId: string) => void };

function Again({ job, size, onStarted }: ActionProps) {
  const t = useTranslations('batches.next');
  const corrections = useTranslations('corrections');
  const mayStart = useMayDo('batch:start');
  const { start, pending, error } = useRetry(job.id, onStarted);
  if (!mayStart) return null;
  const look = { size, icon: <RotateCcw aria-hidden size={16} /> };
  return (
    <>
      {job.corrected > 0 ? (
        <Button {...look} variant="primary" pending={pending === 'corrected'} onPress={() => start('corrected')}>
          {corrections('againCorrected', { count: job.corrected })}
        </Button>
      ) : null}
      {lacksItsFile(job) ? (
        <Button {...look} variant="primary" pending={pending === 'all'} onPress={() => start('all')}>
          {t('retryAll')}
        </Button>
      ) : null}
      {job.failed > 0 ? (
        <Button {...look} pending={pending === 'failed'} onPress={() => start('failed')}>
          {t('retryFailed')}
        </Button>
      ) : null}
      {job.cancelled > 0 ? (
        <Button {...look} pending={pending === 'unprocessed'} onPress={() => start('unprocessed')}>
          {t('retryUnprocessed')}
        </Button>
      ) : null}
      {error ? (
        <div className="basis-full">
          <ActionProblem error={error} />
        </div>
      ) : null}
    </>
  );
}

function TakeBack({ job, size, onStarted }: ActionProps) {
  const t = useTranslations('batches.undo');
  const mayControl = useMayDo('batch:control');
  const [asking, setAsking] = useState(false);
  if (!mayControl || !canUndo(job)) return null;
  return (
    <>
      <Button size={size} icon={<Undo2 aria-hidden size={16} />} onPress={() => setAsking(true)}>
        {t('open')}
      </Button>
      <UndoDialog job={job} isOpen={asking} onClose={() => setAsking(false)} onStarted={onStarted} />
    </>
  );
}
