'use client';

import { useTranslations } from 'use-intl';
import { ChunkTimeline } from '#components/monitoring/chunk-timeline.tsx';
import { TransitionList } from '#components/monitoring/transition-list.tsx';
import { Card } from '#components/ui/card.tsx';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { LiveSwitch } from './live-switch.tsx';
import { useLiveUpdates } from './use-live-updates.ts';

/** How a job went: when each chunk had its turn, and every state it has been in. For everybody who may see the job. */
export function TimelineTab({ job }: { job: Job }) {
  const t = useTranslations('monitoring.timeline');
  const [live, setLive] = useLiveUpdates();
  const ended = isFinal(job.status);
  return (
    <ChunkTimeline
      job={job}
      live={live && !ended}
      control={ended ? null : <LiveSwitch live={live} onChange={setLive} />}
      beside={
        <Card title={t('changes')}>
          <TransitionList job={job} />
        </Card>
      }
    />
  );
}

/** The name of the tab. */
export function TimelineLabel() {
  return useTranslations('monitoring.timeline')('tab');
}
