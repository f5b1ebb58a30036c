'use client';

import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useJobProgress } from '#components/api/use-job-progress.ts';
import { Button } from '#components/ui/button.tsx';
import { WORKING_STATUSES } from '#domain/job-status.ts';
import { JobAnnouncer } from './job-announcer.tsx';
import { ProgressWindow } from './progress-window.tsx';
import { useOwnJobs } from './use-own-jobs.ts';
import { useTitlePrefix } from './use-title-prefix.ts';

export type ProgressWindowControls = {
  /** Shows the window of this job, in place of the one that is open. */
  open: (jobId: string) => void;
  /** Puts the window away; the job goes on and its chip in the tray stays and gets the focus. */
  minimise: () => void;
  openJobId: string | null;
  /** The job whose window was put away last: its chip comes first, and is focused while `focusChip`. */
  minimisedJobId: string | null;
};

const Context = createContext<ProgressWindowControls | null>(null);

/** Holds the one progress window of the tab, so that it stays open while pages change. Mounted once, in the shell, inside the QueryProvider. */
export function ProgressWindowProvider({ children }: { children: ReactNode }) {
  const [openJobId, setOpenJobId] = useState<string | null>(null);
  const [minimisedJobId, setMinimisedJobId] = useState<string | null>(null);
  const open = useCallback((jobId: string) => {
    setMinimisedJobId(null);
    setOpenJobId(jobId);
  }, []);
  const minimise = useCallback(() => {
    setMinimisedJobId(openJobId);
    setOpenJobId(null);
  }, [openJobId]);
  const controls = useMemo(
    () => ({ open, minimise, openJobId, minimisedJobId }),
    [open, minimise, openJobId, minimisedJobId],
  );
  return (
    <Context value={controls}>
      {children}
      <FollowedJobs openJobId={openJobId} onOpen={open} />
      {openJobId ? <ProgressWindow key={openJobId} jobId={openJobId} onMinimise={minimise} onOpenOther={open} /> : null}
    </Context>
  );
}

/** Opens and minimises the progress window from anywhere inside the provider. */
export function useProgressWindow(): ProgressWindowControls {
  const controls = use(Context);
  if (!controls) throw new Error('useProgressWindow needs a ProgressWindowProvider around it');
  return controls;
}

/** Keeps an ear on the person's own jobs and on the one in the window, until each has ended. */
function FollowedJobs({ openJobId, onOpen }: { openJobId: string | null; onOpen: (jobId: string) => void }) {
  const t = useTranslations('batches.say');
  const own = useOwnJobs();
  const [followed, setFollowed] = useState<readonly string[]>([]);
  const [alert, setAlert] = useState('');
  useEffect(() => {
    const wanted = [...own.map((job) => job.id), ...(openJobId ? [openJobId] : [])];
    setFollowed((before) => {
      const added = wanted.filter((id) => !before.includes(id));
      return added.length > 0 ? [...before, ...added] : before;
    });
  }, [own, openJobId]);
  useTitleProgress(openJobId ?? own.find((job) => WORKING_STATUSES.includes(job.status))?.id ?? null);
  return (
    <>
      {followed.map((jobId) => (
        <JobAnnouncer
          key={jobId}
          jobId={jobId}
          windowOpen={jobId === openJobId}
          onAlert={setAlert}
          onEnded={() => setFollowed((before) => before.filter((id) => id !== jobId))}
          showReport={(id) => (
            <Button size="small" onPress={() => onOpen(id)}>
              {t('show')}
            </Button>
          )}
        />
      ))}
      <div role="alert" data-live-announcer="true" className="sr-only">
        {alert}
      </div>
    </>
  );
}

function useTitleProgress(jobId: string | null): void {
  const t = useTranslations('batches');
  const { progress } = useJobProgress(jobId);
  const working = progress !== null && progress.total > 0 && WORKING_STATUSES.includes(progress.status);
  useTitlePrefix(working ? t('titleProgress', { percent: String(progress.percent) }) : null);
}
