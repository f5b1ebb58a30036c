'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Approval, ApprovalDecision, ApprovalList, ApprovalRequestInput } from '#contract/approvals.ts';
import { apiGet, apiSend } from './client.ts';
import { forgetJob } from './forget-job.ts';
import { newKey } from './new-key.ts';
import { queryKeys } from './query-keys.ts';

const EVERY_MS = 30_000;

export function useApprovals(state: 'waiting' | 'decided') {
  return useQuery({
    queryKey: queryKeys.approvalList(state),
    queryFn: ({ signal }) => apiGet<ApprovalList>('/api/v1/approvals', { state }, signal),
    refetchInterval: EVERY_MS,
  });
}

/** Asks for an approval, decides over one, or takes it back; what is shown of the job is asked for anew. */
function useApprovalCall<T>(jobId: string, call: (input: T) => Promise<Approval>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSettled: () => {
      forgetJob(cache, jobId);
      void cache.invalidateQueries({ queryKey: queryKeys.approvals });
      void cache.invalidateQueries({ queryKey: queryKeys.redactions(jobId) });
    },
  });
}

export function useRequestApproval(jobId: string) {
  return useApprovalCall(jobId, (body: ApprovalRequestInput) =>
    apiSend<Approval>('POST', `/api/v1/jobs/${jobId}/approvals`, { body, idempotencyKey: newKey() }),
  );
}

export function useDecideApproval({ id, job }: Pick<Approval, 'id' | 'job'>) {
  return useApprovalCall(job.id, (body: ApprovalDecision) =>
    apiSend<Approval>('PUT', `/api/v1/approvals/${id}/decision`, { body }),
  );
}

export function useWithdrawApproval({ id, job }: Pick<Approval, 'id' | 'job'>) {
  return useApprovalCall(job.id, (_: undefined) => apiSend<Approval>('DELETE', `/api/v1/approvals/${id}`));
}
