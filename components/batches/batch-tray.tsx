'use client';

import { Layers } from 'lucide-react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { POPOVER } from '#components/ui/field-styles.ts';
import type { Job } from '#contract/jobs.ts';
import { TrayChip } from './tray-chip.tsx';
import { TrayPause } from './tray-pause.tsx';
import { useOwnJobs } from './use-own-jobs.ts';
import { useProgressWindow } from './use-progress-window.tsx';

/**
 * The person's own unfinished jobs, on every page: the one put away last as a chip, the others stacked behind a button. What
 * is in it comes from the server, so it is there after a reload and on another device.
 */
export function BatchTray() {
  const t = useTranslations('batches.tray');
  const { minimisedJobId, openJobId } = useProgressWindow();
  const jobs = useOwnJobs();
  const first = jobs.find((job) => job.id === (openJobId ?? minimisedJobId)) ?? jobs[0];
  if (!first) return null;
  const others = jobs.filter((job) => job !== first);
  return (
    <section aria-label={t('label')} className="flex items-center gap-1">
      <TrayChip key={first.id} job={first} />
      <TrayPause key={`pause ${first.id}`} job={first} className="max-sm:hidden" />
      {others.length > 0 ? <OtherJobs jobs={others} /> : null}
    </section>
  );
}

function OtherJobs({ jobs }: { jobs: readonly Job[] }) {
  const t = useTranslations('batches.tray');
  return (
    <DialogTrigger>
      <AriaButton
        aria-label={t('others', { count: jobs.length })}
        className="inline-flex min-h-9 items-center gap-1 rounded-md border border-line-strong bg-raised px-1 text-sm text-ink hover:border-ink-muted sm:px-2"
      >
        <Layers aria-hidden size={16} className="text-ink-muted" />+{jobs.length}
      </AriaButton>
      <Popover offset={6} placement="bottom end" className={POPOVER}>
        <Dialog aria-label={t('label')} className="outline-none">
          {({ close }) => (
            <ul className="flex max-h-96 flex-col gap-1 p-1.5">
              {jobs.map((job) => (
                <li key={job.id} className="flex items-center gap-1">
                  <TrayChip job={job} wide onOpen={close} />
                  <span className="size-9 shrink-0">
                    <TrayPause job={job} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
