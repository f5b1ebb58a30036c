'use client';

import { useJobApproval } from '#components/api/use-approvals.ts';
import type { Job } from '#contract/jobs.ts';
import { ApprovalCard } from './approval-card.tsx';

/** Of a job that has ended: who asked for it, and who approved it and why; nothing of one that needed nobody. */
export function JobApproval({ job }: { job: Job }) {
  const approval = useJobApproval(job.id, job.needsApproval).data?.approval ?? null;
  // Taking it back has a card of its own.
  return approval?.subject === 'plan' ? <ApprovalCard approval={approval} /> : null;
}
