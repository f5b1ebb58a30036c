'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFetchBatch } from '#components/api/use-fetch-batch.ts';
import { useJobProgress } from '#components/api/use-job-progress.ts';
import { Button } from '#components/ui/button.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { showToast, type Toast } from '#components/ui/toasts.tsx';
import { WORKING_STATUSES } from '#domain/job-status.ts';
import { JobAnnouncer } from './job-announcer.tsx';
import { batchLink } from './links.ts';
import { ProgressWindow } from './progress-window.tsx';
import { useBatchEnded } from './use-batch-ended.ts';
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

const WINDOW_MAY_OPEN_MS = 2_500;
const FOCUS_SETTLES_MS = 150;

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
  useFocusAfterMinimise(minimisedJobId);
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

type Followed = { id: string; alone: boolean };

/** Keeps an ear on the person's own jobs and on the one in the window, until each has ended. */
function FollowedJobs({ openJobId, onOpen }: { openJobId: string | null; onOpen: (jobId: string) => void }) {
  const t = useTranslations('batches.say');
  const own = useOwnJobs();
  const router = useRouter();
  const fetchBatch = useFetchBatch();
  const batchEnded = useBatchEnded();
  const [followed, setFollowed] = useState<readonly Followed[]>([]);
  const [alert, setAlert] = useState('');
  const opened = useRef(openJobId);
  const told = useRef(new Map<string, () => void>());
  useEffect(() => {
    opened.current = openJobId;
    // The window says more than the message about it.
    if (openJobId) told.current.get(openJobId)?.();
    const wanted = [...own, ...(openJobId ? [{ id: openJobId, alone: true }] : [])];
    setFollowed((before) => {
      const added = wanted.filter(({ id }) => !before.some((one) => one.id === id));
      const once = new Map(added.toReversed().map(({ id, alone }) => [id, { id, alone }]));
      return once.size > 0 ? [...before, ...once.values()] : before;
    });
  }, [own, openJobId]);
  useTitleProgress(openJobId ?? own.find((job) => WORKING_STATUSES.includes(job.status))?.id ?? null);
  const showLater = (id: string, toast: Toast, show: () => void) =>
    // A short job may end before its window is there; then the window shows it, and it is still to be said.
    setTimeout(() => {
      if (opened.current === id) {
        if (toast.text) announce(toast.text);
        return;
      }
      const action = (
        <Button size="small" onPress={show}>
          {t('show')}
        </Button>
      );
      told.current.get(id)?.();
      told.current.set(id, showToast({ ...toast, action }));
    }, WINDOW_MAY_OPEN_MS);
  const ended = (jobId: string, batchId: string, alone: boolean) => {
    setFollowed((before) => before.filter(({ id }) => id !== jobId));
    if (alone) return;
    // Jobs among others end quietly; the batch as a whole is worth a message. Should this fail, its page says it too.
    fetchBatch(batchId).then(
      (batch) => {
        const toast = batchEnded(batch);
        if (toast) showLater(batchId, toast, () => router.push(batchLink(batchId)));
      },
      () => undefined,
    );
  };
  return (
    <>
      {followed.map(({ id, alone }) => (
        <JobAnnouncer
          key={id}
          jobId={id}
          windowOpen={id === openJobId}
          alone={alone}
          onAlert={setAlert}
          onBackground={(toast) => showLater(id, toast, () => onOpen(id))}
          onEnded={(batchId) => ended(id, batchId, alone)}
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

/** When there is no chip to take the focus, such as for a job that has ended, the content of the page does. */
function useFocusAfterMinimise(minimisedJobId: string | null): void {
  useEffect(() => {
    if (!minimisedJobId) return;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
    }, FOCUS_SETTLES_MS);
    return () => clearTimeout(timer);
  }, [minimisedJobId]);
}
