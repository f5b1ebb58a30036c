'use client';

import { useTranslations } from 'use-intl';
import type { Job } from '#contract/jobs.ts';
import type { RetentionAction } from '#domain/retention.ts';

/** What is done with all definitions of a job, and how many of them stay as they are. */
export function SelectionSentence({ job }: { job: Pick<Job, 'operation' | 'options' | 'plan'> }) {
  const t = useTranslations('approvals.plan');
  const { update = 0, skip = 0, conflict = 0, unchanged = 0 } = job.plan ?? {};
  const what = whatOf(job);
  const held = skip + conflict;
  const parts = [
    update > 0 && what ? t(`for.${what}`, { count: update }) : t('none'),
    ...(held > 0 ? [t('held', { count: held })] : []),
    ...(unchanged > 0 ? [t('unchanged', { count: unchanged })] : []),
  ];
  return <span>{parts.join(' ')}</span>;
}

/** What a job does with each of its definitions, where that is the same; null where it is not. */
export function whatOf({ operation, options }: Pick<Job, 'operation' | 'options'>): RetentionAction | null {
  if (operation === 'anonymise' || operation === 'erase' || operation === 'delete') return operation;
  if (operation !== 'retain') return null;
  return options.action === 'archive' ? 'archive' : 'delete';
}
