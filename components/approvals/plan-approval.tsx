'use client';

import { useTranslations } from 'use-intl';
import { useJobApproval } from '#components/api/use-approvals.ts';
import { Banner } from '#components/ui/banner.tsx';
import type { Job } from '#contract/jobs.ts';
import { ApprovalCard } from './approval-card.tsx';
import { ApprovalFacts } from './approval-facts.tsx';

/** Over a plan that somebody else has to approve: what that means, the request with the decision over it, or what became of the last one. */
export function PlanApproval({ job }: { job: Job }) {
  const t = useTranslations('approvals.plan');
  const approval = useJobApproval(job.id, job.needsApproval).data?.approval ?? null;
  if (!job.needsApproval) return null;
  if (approval?.status === 'requested') return <ApprovalCard approval={approval} />;
  if (approval?.status === 'refused' || approval?.status === 'expired' || approval?.status === 'withdrawn')
    return (
      <Banner tone={approval.status === 'withdrawn' ? 'info' : 'warning'} title={t(`ended.${approval.status}`)}>
        <div className="flex flex-col gap-2">
          <ApprovalFacts approval={approval} />
          <p>{t('again')}</p>
        </div>
      </Banner>
    );
  return (
    <Banner tone="info" title={t('title')}>
      {t('text')}
    </Banner>
  );
}
