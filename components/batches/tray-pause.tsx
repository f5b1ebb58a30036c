'use client';

import { LoaderCircle, Pause as PauseIcon, Play } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useJobProgress } from '#components/api/use-job-progress.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { Job } from '#contract/jobs.ts';
import { useJobWords } from './use-job-words.ts';
import { usePause } from './use-pause.ts';

const ICONS = { pause: PauseIcon, pausing: LoaderCircle, resume: Play } as const;

/** Pauses and resumes a job of the tray, without its window. */
export function TrayPause({ job: fetched, className = '' }: { job: Job; className?: string }) {
  const t = useTranslations('batches.pause');
  const words = useJobWords();
  const problemText = useProblemText();
  const { progress } = useJobProgress(fetched.id);
  const job = progress && progress.seq > fetched.seq ? { ...fetched, ...progress } : fetched;
  const { choice, pending, press, error } = usePause(job);
  useEffect(() => {
    if (!error) return;
    const { title, detail } = problemText(error);
    showToast({ tone: 'danger', title, text: detail });
  }, [error, problemText]);
  if (choice === null) return null;
  const busy = pending || choice === 'pausing';
  const Icon = busy ? LoaderCircle : ICONS[choice];
  return (
    <IconButton
      label={`${t(choice)} ${t('of', { name: words.heading(job) })}`}
      className={className}
      {...(busy ? { 'aria-disabled': true } : { onPress: press })}
    >
      <Icon aria-hidden size={18} className={busy ? 'animate-spin' : ''} />
    </IconButton>
  );
}
