'use client';

import { useTranslations } from 'use-intl';
import { useJobApproval } from '#components/api/use-approvals.ts';
import { Banner } from '#components/ui/banner.tsx';
import type { Job } from '#contract/jobs.ts';
import { ApprovalCard } from './approval-card.tsx';

/** Over an ended job that somebody has asked to take back: the request, with the decision over it. */
export function UndoApproval({ job }: { job: Job }) {
  const t = useTranslations('approvals.undo');
  const approval = useJobApproval(job.id, job.undoable).data?.approval;
  if (approval?.subject !== 'undo' || approval.status !== 'requested') return null;
  return (
    <div className="flex flex-col gap-2">
      <Banner tone="warning" title={t('waiting')}>
        {t('text')}
      </Banner>
      <ApprovalCard approval={approval} />
    </div>
  );
}
