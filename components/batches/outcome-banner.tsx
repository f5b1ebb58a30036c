'use client';

import { useTranslations } from 'use-intl';
import { Banner, type BannerTone } from '#components/ui/banner.tsx';
import type { Job } from '#contract/jobs.ts';
import { useCodeText } from './use-code-text.ts';

/** How a job ended, in a sentence, and why when it failed. */
export function OutcomeBanner({ job }: { job: Job }) {
  const t = useTranslations('batches.outcome');
  const status = useTranslations('statuses.job');
  const codeText = useCodeText();
  const counts = {
    total: job.total,
    succeeded: job.succeeded,
    failed: job.failed,
    cancelled: job.cancelled,
    rest: job.unchanged + job.skipped,
    kept: job.rollbackConflict,
    rolledBack: job.rolledBack,
  };
  const dryRun = job.operation === 'import' && job.options.onError === 'collect' && job.status.startsWith('completed');
  const partly = job.status === 'rolled_back' && job.rollbackConflict > 0;
  const key = dryRun ? 'dryRun' : partly ? 'rolled_back_partly' : job.status;
  return (
    <Banner tone={toneOf(job)} title={dryRun ? t('dryRunTitle') : status(job.status)}>
      {t.has(key as never) ? <p>{t(key as never, counts as never)}</p> : null}
      {job.problem && !job.findings.some((finding) => finding.code === job.problem?.code) ? (
        <p>{codeText(job.problem.code, job.problem.params)}</p>
      ) : null}
    </Banner>
  );
}

function toneOf(job: Job): BannerTone {
  if (job.status === 'completed') return 'success';
  if (job.status === 'completed_with_errors') return 'warning';
  if (job.status === 'rolled_back' && job.rollbackConflict > 0) return 'warning';
  return job.status === 'failed' || job.status === 'rollback_failed' ? 'danger' : 'info';
}
