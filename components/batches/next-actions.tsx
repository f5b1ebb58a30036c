'use client';

import { Download, ListFilter, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { newKey } from '#components/api/new-key.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useRetryItems } from '#components/api/use-retry-items.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button, type ButtonSize, buttonClass, LinkButton } from '#components/ui/button.tsx';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { itemsLink } from './links.ts';

export type NextActionsProps = {
  job: Job;
  size?: ButtonSize;
  onLeave?: () => void;
  onStarted: (jobId: string) => void;
};

/** What one can do with a job that has ended: get its files, look at what failed, do that again. */
export function NextActions({ job, size = 'medium', onLeave, onStarted }: NextActionsProps) {
  const t = useTranslations('batches.next');
  const mayDownload = useMayDo('artifact:download');
  const mayStart = useMayDo('batch:start');
  if (!isFinal(job.status)) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 empty:hidden">
      {mayDownload
        ? job.artifacts.map((artifact) => (
            // A plain link: the router would fetch it beforehand, and every download is audited.
            <a
              key={artifact.id}
              href={`/api/v1/artifacts/${artifact.id}`}
              download
              className={buttonClass(artifact.kind === 'archive' ? 'primary' : 'secondary', size)}
            >
              <Download aria-hidden size={16} />
              {t(artifact.kind)}
            </a>
          ))
        : null}
      {job.failed > 0 ? (
        <LinkButton
          size={size}
          href={itemsLink(job.batchId, { status: 'failed' })}
          icon={<ListFilter aria-hidden size={16} />}
          {...(onLeave ? { onClick: onLeave } : {})}
        >
          {t('showFailed', { count: job.failed })}
        </LinkButton>
      ) : null}
      {mayStart && job.failed > 0 ? <Retry job={job} items="failed" size={size} onStarted={onStarted} /> : null}
      {mayStart && job.cancelled > 0 ? <Retry job={job} items="unprocessed" size={size} onStarted={onStarted} /> : null}
    </div>
  );
}

type RetryProps = { job: Job; items: 'failed' | 'unprocessed'; size: ButtonSize; onStarted: (jobId: string) => void };

function Retry({ job, items, size, onStarted }: RetryProps) {
  const t = useTranslations('batches.next');
  const problemText = useProblemText();
  const retry = useRetryItems(job.id);
  const [key, setKey] = useState(newKey);
  const start = () =>
    retry.mutate(
      { retry: { items }, key },
      {
        onSuccess: (started) => {
          setKey(newKey());
          const jobId = started.jobs[0]?.id;
          if (jobId) onStarted(jobId);
        },
      },
    );
  return (
    <>
      <Button size={size} icon={<RotateCcw aria-hidden size={16} />} pending={retry.isPending} onPress={start}>
        {items === 'failed' ? t('retryFailed') : t('retryUnprocessed')}
      </Button>
      {retry.isError ? (
        <div className="basis-full">
          <Banner tone="danger" role="alert" title={problemText(retry.error).title}>
            {problemText(retry.error).detail}
          </Banner>
        </div>
      ) : null}
    </>
  );
}
