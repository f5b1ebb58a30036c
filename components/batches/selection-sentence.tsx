'use client';

import { useTranslations } from 'use-intl';
import type { Job } from '#contract/jobs.ts';

/** What is done with all definitions of a job, and how many of them stay as they are. */
export function SelectionSentence({ job }: { job: Pick<Job, 'operation' | 'options' | 'plan'> }) {
  const t = useTranslations('approvals.plan');
  const { update = 0, skip = 0, conflict = 0, unchanged = 0 } = job.plan ?? {};
  const held = skip + conflict;
  const parts = [
    update > 0 ? t(`for.${whatOf(job)}`, { count: update }) : t('none'),
    ...(held > 0 ? [t('held', { count: held })] : []),
    ...(unchanged > 0 ? [t('unchanged', { count: unchanged })] : []),
  ];
  return <span>{parts.join(' ')}</span>;
}

function whatOf({
  operation,
  options,
}: Pick<Job, 'operation' | 'options'>): 'archive' | 'delete' | 'anonymise' | 'erase' {
  if (operation === 'anonymise' || operation === 'erase') return operation;
  return operation === 'retain' && options.action === 'archive' ? 'archive' : 'delete';
}
