'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import type { Job } from '#contract/jobs.ts';
import { jobLink } from './links.ts';
import { PlanSentence } from './plan-sentence.tsx';

export type DecisionCallProps = { job: Job; onLeave?: () => void };

/** The job waits for a person: what the plan is, and the way to it. */
export function DecisionCall({ job, onLeave }: DecisionCallProps) {
  const t = useTranslations('batches.decision');
  const format = useFormat();
  return (
    <Banner
      tone="warning"
      title={t('title')}
      action={
        <LinkButton variant="primary" href={jobLink(job, 'plan')} {...(onLeave ? { onClick: onLeave } : {})}>
          {t('toPlan')}
        </LinkButton>
      }
    >
      <PlanSentence
        job={job}
        operation={job.operation}
        plan={job.plan ?? {}}
        conflictsFail={job.options.conflict === 'fail'}
      />
      {job.confirmBefore ? <p>{t('before', { when: format.dateTime(job.confirmBefore) })}</p> : null}
    </Banner>
  );
}
