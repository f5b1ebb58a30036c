'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLiveJob } from '#components/api/use-live-job.ts';
import { ActionProblem } from '#components/batches/action-problem.tsx';
import { jobLink } from '#components/batches/links.ts';
import { PauseButton } from '#components/batches/pause-button.tsx';
import { StopDialog } from '#components/batches/stop-dialog.tsx';
import { useCodeText } from '#components/batches/use-code-text.ts';
import { useJobWords } from '#components/batches/use-job-words.ts';
import { usePause } from '#components/batches/use-pause.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import type { StuckJob } from '#contract/monitoring.ts';

/** One job that wants a look: what is the matter, what happens by itself, and what a person may do. */
export function StuckItem({ job }: { job: StuckJob }) {
  const t = useTranslations('monitoring.stuck');
  const operations = useTranslations('statuses.operation');
  const words = useJobWords();
  const pause = usePause(job);
  const [stopping, setStopping] = useState(false);
  const steers = job.steering.length > 0;
  const name = <span className="sr-only"> {t('of', { name: job.name })}</span>;
  return (
    <li className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="font-medium break-words">{job.name}</p>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-muted">
            <JobStatusBadge status={job.status} />
            {operations(job.operation)} · {job.organisation} · {words.number(job)}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <LinkButton href={jobLink(job, 'timeline')} size="small">
            {t('open')}
            {name}
          </LinkButton>
          {steers ? <PauseButton pause={pause} name={job.name} size="small" /> : null}
          {job.steering.includes('cancel') ? (
            <Button size="small" onPress={() => setStopping(true)}>
              {t('stop')}
              {name}
            </Button>
          ) : null}
        </div>
      </div>
      <Troubles job={job} />
      {steers ? null : <p className="text-sm text-ink-muted">{t('foreign', { organisation: job.organisation })}</p>}
      {pause.error ? <ActionProblem error={pause.error} /> : null}
      {stopping ? <Stop id={job.id} onClose={() => setStopping(false)} /> : null}
    </li>
  );
}

function Troubles({ job }: { job: StuckJob }) {
  const t = useTranslations('monitoring.stuck');
  const format = useFormat();
  const codeText = useCodeText();
  const duration = format.duration(job.silentSeconds * 1_000);
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {job.troubles.map((trouble) => (
        <li key={trouble}>
          {trouble === 'silent' ? (
            <Trouble what={t('silent', { duration })} advice={t('silentAdvice')} />
          ) : trouble === 'losses' ? (
            <Trouble what={t('losses', { count: job.takeoversWithoutProgress })} advice={t('lossesAdvice')} />
          ) : (
            <Trouble
              what={t('pausedItself', { why: codeText(job.problem ?? 'paused_itself') })}
              advice={t('pausedAdvice', { time: job.probeAt ? format.dateTimeSeconds(job.probeAt) : '' })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Trouble({ what, advice }: { what: string; advice: string }) {
  return (
    <>
      <span className="font-medium text-warning-ink">{what}</span> <span className="text-ink-muted">{advice}</span>
    </>
  );
}

/** The question how to stop wants to know the whole job; until that is here there is nothing to ask. */
function Stop({ id, onClose }: { id: string; onClose: () => void }) {
  const job = useLiveJob(id).data;
  return job ? <StopDialog job={job} isOpen onClose={onClose} /> : null;
}
