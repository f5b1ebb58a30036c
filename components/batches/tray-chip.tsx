'use client';

import { useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useJobProgress } from '#components/api/use-job-progress.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { cx } from '#components/ui/cx.ts';
import type { Job } from '#contract/jobs.ts';
import { JobBar } from './job-bar.tsx';
import { jobShare } from './job-share.ts';
import { useJobWords } from './use-job-words.ts';
import { useProgressWindow } from './use-progress-window.tsx';
import { useSettled } from './use-settled.ts';
import { hasNotBegun } from './wait-reason.ts';

export type TrayChipProps = { job: Job; wide?: boolean; onOpen?: () => void };

/** A job in the tray: what it is, how far, a tiny bar. A press brings its window back. */
export function TrayChip({ job: fetched, wide = false, onOpen }: TrayChipProps) {
  const t = useTranslations('batches.tray');
  const statuses = useTranslations('statuses.job');
  const format = useFormat();
  const words = useJobWords();
  const { open, minimisedJobId } = useProgressWindow();
  const { progress } = useJobProgress(fetched.id);
  const live = progress && progress.seq > fetched.seq ? { ...fetched, ...progress } : fetched;
  const job = useSettled(live, `${live.id} ${live.status}`);
  const button = useRef<HTMLButtonElement>(null);
  useFocusOnce(button, minimisedJobId === job.id && !wide);
  const waits = job.status === 'awaiting_confirmation' || job.status === 'paused';
  const count =
    waits || job.total === 0 || hasNotBegun(job) ? statuses(job.status) : format.percent(jobShare(job).percent / 100);
  return (
    <AriaButton
      ref={button}
      onPress={() => {
        onOpen?.();
        open(job.id);
      }}
      className={cx(
        'flex min-h-10 min-w-0 flex-col justify-center gap-x-1 gap-y-0.5 rounded-md border px-2.5 text-left text-xs',
        waits
          ? 'border-warning-fill bg-warning text-warning-ink'
          : 'border-line-strong bg-raised text-ink hover:border-ink-muted',
        wide ? 'w-72 max-w-[calc(100vw-6rem)] py-2' : 'w-20 min-[360px]:w-24 sm:w-48',
      )}
    >
      <span className="flex w-full items-baseline justify-between gap-2 leading-4">
        <span className={cx('truncate', wide ? '' : 'max-sm:sr-only')}>{words.heading(job)}</span>
        {waits ? null : <span className="shrink-0 font-semibold max-sm:truncate">{count}</span>}
      </span>
      {wide ? <span className="w-full truncate leading-4 opacity-80">{job.name}</span> : null}
      {waits ? (
        <span className="w-full truncate leading-4 font-semibold">{count}</span>
      ) : (
        <span aria-hidden className="w-full">
          <JobBar job={live} size="thin" />
        </span>
      )}
      <span className="sr-only">
        {t('open', { detail: waits ? words.number(job) : `${statuses(job.status)}, ${words.valueText(job)}` })}
      </span>
    </AriaButton>
  );
}

/** Moves the focus here when `wanted` becomes true, after the window that had it is gone and gave it back. */
function useFocusOnce(target: React.RefObject<HTMLButtonElement | null>, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    let second = 0;
    const first = requestAnimationFrame(() => {
      second = requestAnimationFrame(() => target.current?.focus());
    });
    return () => {
      cancelAnimationFrame(first);
      cancelAnimationFrame(second);
    };
  }, [target, wanted]);
}
