'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useJob } from '#components/api/use-job.ts';
import { useJobProgress } from '#components/api/use-job-progress.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { announce } from '#components/ui/live-region.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import { type Announcement, announcementFor, type Said } from './announcements.ts';
import { useJobWords } from './use-job-words.ts';

export type JobAnnouncerProps = {
  jobId: string;
  /** Its window is open: what happens is said, not shown as a message in the corner. */
  windowOpen: boolean;
  onAlert: (text: string) => void;
  onEnded: () => void;
  /** Rendered into the message in the corner of a job that ended in the background. */
  showReport: (jobId: string) => React.ReactNode;
};

/** Says what happens to one job, sparingly. Renders nothing. */
export function JobAnnouncer({ jobId, windowOpen, onAlert, onEnded, showReport }: JobAnnouncerProps) {
  const { progress } = useJobProgress(jobId);
  const { data: job } = useJob(jobId);
  const tell = useTeller({ windowOpen, onAlert, showReport });
  const said = useRef<Said | null>(null);
  useEffect(() => {
    if (!progress || !job) return;
    const { said: next, announcement } = announcementFor(said.current, progress);
    const first = said.current === null;
    said.current = next;
    // A job that was already there when the page was opened is news to nobody.
    if (announcement && (windowOpen || !first)) tell(announcement, { ...job, ...progress });
    if (announcement?.kind === 'ended') onEnded();
  }, [progress, job, windowOpen, tell, onEnded]);
  return null;
}

type TellOptions = Pick<JobAnnouncerProps, 'windowOpen' | 'onAlert' | 'showReport'>;
type Told = Parameters<ReturnType<typeof useJobWords>['heading']>[0] & {
  jobId: string;
  succeeded: number;
  failed: number;
};

function useTeller({ windowOpen, onAlert, showReport }: TellOptions) {
  const t = useTranslations('batches.say');
  const statuses = useTranslations('statuses');
  const words = useJobWords();
  const format = useFormat();
  const textOf = (announcement: Announcement, job: Told): string => {
    const name = words.heading(job);
    if (announcement.kind === 'phase') return t('phase', { phase: statuses(`phase.${announcement.phase}`) });
    if (announcement.kind === 'share') return t('share', { percent: String(announcement.percent) });
    if (announcement.kind !== 'ended') return t(announcement.kind, { name });
    const status = statuses(`job.${announcement.status}`);
    return t('ended', {
      name,
      status,
      succeeded: format.number(job.succeeded),
      failed: format.number(job.failed),
    });
  };
  const latest = useRef<(announcement: Announcement, job: Told) => void>(() => undefined);
  latest.current = (announcement, job) => {
    const text = textOf(announcement, job);
    const inBackground = !windowOpen && (announcement.kind === 'ended' || announcement.kind === 'decision_wanted');
    if (inBackground) {
      showToast({
        tone: announcement.urgent && announcement.kind === 'ended' ? 'danger' : 'info',
        title: words.heading(job),
        text,
        action: showReport(job.jobId),
      });
    } else if (announcement.urgent) onAlert(text);
    else announce(text);
  };
  return useRef((announcement: Announcement, job: Told) => latest.current(announcement, job)).current;
}
