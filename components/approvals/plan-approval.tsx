'use client';

import { useTranslations } from 'use-intl';
import { useJobApproval } from '#components/api/use-approvals.ts';
import { Banner } from '#components/ui/banner.tsx';
import type { Job } from '#contract/jobs.ts';
import { ApprovalCard } from './approval-card.tsx';

/** Over a plan that somebody else has to approve: what that means, or the request with the decision over it. */
export function PlanApproval({ job }: { job: Job }) {
  const t = useTranslations('approvals.plan');
  const approval = useJobApproval(job.id, job.needsApproval).data?.approval ?? null;
  if (!job.needsApproval) return null;
  if (approval?.status === 'requested') return <ApprovalCard approval={approval} />;
  return (
    <Banner tone="info" title={t('title')}>
      {approval?.status === 'refused' ? t('refused') : t('text')}
      {approval?.status === 'refused' && approval.decisionReason ? ` “${approval.decisionReason}”` : null}
    </Banner>
  );
}
