'use client';

import { useTranslations } from 'use-intl';
import { useLiveJob } from '#components/api/use-live-job.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { JobAtWork } from '#components/batches/job-at-work.tsx';
import { JobSummary } from '#components/batches/job-summary.tsx';
import { batchLink } from '#components/batches/links.ts';
import { NextActions } from '#components/batches/next-actions.tsx';
import { useProgressWindow } from '#components/batches/use-progress-window.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { isFinal } from '#domain/job-status.ts';

/** An import that was started from this page: the same as in its window, which may be put away. */
export function StartedImport({ jobId, onAnother }: { jobId: string; onAnother: () => void }) {
  const t = useTranslations('import.started');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const { open } = useProgressWindow();
  const live = useLiveJob(jobId);
  const job = live.data;
  if (!job) {
    if (live.isPending) return <SkeletonRows rows={5} label={common('loading')} />;
    const { title, detail } = problemText(live.error);
    return (
      <ErrorState title={title} action={<Button onPress={onAnother}>{t('another')}</Button>}>
        {detail}
      </ErrorState>
    );
  }
  const ended = isFinal(job.status);
  return (
    <Card
      title={job.name}
      aside={
        <div className="flex flex-wrap gap-2">
          <LinkButton size="small" href={batchLink(job.batchId)}>
            {t('toBatch')}
          </LinkButton>
          {ended ? (
            <Button size="small" variant="primary" onPress={onAnother}>
              {t('another')}
            </Button>
          ) : null}
        </div>
      }
    >
      {ended ? (
        <div className="flex flex-col gap-5">
          <JobSummary job={job} />
          <NextActions job={job} onStarted={open} />
        </div>
      ) : (
        <JobAtWork job={job} connection={live.connection} />
      )}
    </Card>
  );
}
