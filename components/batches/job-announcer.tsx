'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useJob } from '#components/api/use-job.ts';
import { useJobProgress } from '#components/api/use-job-progress.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { announce } from '#components/ui/live-region.tsx';
import type { Toast } from '#components/ui/toasts.tsx';
import type { Job } from '#contract/jobs.ts';
import { type Announcement, announcementFor, type Said } from './announcements.ts';
import { useJobWords } from './use-job-words.ts';

export type JobAnnouncerProps = {
  jobId: string;
  /** Its window is open: what happens is said, not shown as a message in the corner. */
  windowOpen: boolean;
  /** The only job of its batch. Of others, a good end is said and not shown: the batch as a whole is. */
  alone: boolean;
  onAlert: (text: string) => void;
  /** The job ended, or waits for a decision, while its window was not open. */
  onBackground: (toast: Toast) => void;
  onEnded: (batchId: string) => void;
};

/** Says what happens to one job, sparingly. Renders nothing. */
export function JobAnnouncer({ jobId, windowOpen, alone, onAlert, onBackground, onEnded }: JobAnnouncerProps) {
  const { progress } = useJobProgress(jobId);
  const { data: job } = useJob(jobId);
  const textOf = useAnnouncementText();
  const words = useJobWords();
  const said = useRef<Said | null>(null);
  useEffect(() => {
    if (!progress || !job) return;
    // Why it paused is told by the job, which comes a moment after the news that it did.
    if (progress.status === 'paused' && job.status !== 'paused') return;
    const isNews = said.current !== null;
    const { said: next, announcement } = announcementFor(said.current, progress);
    said.current = next;
    // A job that was already there when the page was opened is news to nobody.
    if (!announcement || !(windowOpen || isNews)) return;
    const now = { ...job, ...progress };
    const text = textOf(announcement, now);
    if (!windowOpen && isForThePerson(announcement, now, alone)) {
      const failed = announcement.kind === 'ended' && announcement.urgent;
      onBackground({ tone: failed ? 'danger' : 'info', title: words.heading(now), text });
    } else if (announcement.urgent) onAlert(text);
    else announce(text);
    if (announcement.kind === 'ended') onEnded(now.batchId);
  });
  return null;
}

/** What is worth a message in the corner: an end, and what does not go on without somebody. */
function isForThePerson({ kind, urgent }: Announcement, job: Job, alone: boolean): boolean {
  if (kind === 'ended') return alone || urgent;
  return kind === 'decision_wanted' || (kind === 'paused' && job.problem !== null);
}

function useAnnouncementText() {
  const t = useTranslations('batches.say');
  const statuses = useTranslations('statuses');
  const words = useJobWords();
  const format = useFormat();
  return (announcement: Announcement, job: Job): string => {
    const name = words.heading(job);
    if (announcement.kind === 'phase') return t('phase', { phase: statuses(`phase.${announcement.phase}`) });
    if (announcement.kind === 'share') return t('share', { percent: String(announcement.percent) });
    if (announcement.kind === 'paused' && job.problem) return t('pausedItself', { name });
    if (announcement.kind !== 'ended') return t(announcement.kind, { name });
    return t('ended', {
      name,
      status: statuses(`job.${announcement.status}`),
      succeeded: format.number(job.succeeded),
      failed: format.number(job.failed),
    });
  };
}
