'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Approval,
  ApprovalDecision,
  ApprovalList,
  ApprovalRequestInput,
  ApprovalSettings,
  ApprovalSettingsChange,
  JobApproval,
} from '#contract/approvals.ts';
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

/** What a job needs of somebody else, and the latest request for it. */
export function useJobApproval(jobId: string, enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.jobApproval(jobId),
    queryFn: ({ signal }) => apiGet<JobApproval>(`/api/v1/jobs/${jobId}/approvals`, {}, signal),
    refetchInterval: EVERY_MS,
    enabled,
  });
}

/** What waits for an approval in the organisation. */
export function useApprovalSettings(enabled = true) {
  return useQuery({
    queryKey: queryKeys.approvalSettings,
    queryFn: ({ signal }) => apiGet<ApprovalSettings>('/api/v1/approval-settings', {}, signal),
    enabled,
  });
}

/** Changes that; `settings_changed` when somebody else was first. */
export function useChangeApprovalSettings() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ApprovalSettingsChange) =>
      apiSend<ApprovalSettings>('PUT', '/api/v1/approval-settings', { body }),
    onSuccess: (saved) => cache.setQueryData(queryKeys.approvalSettings, saved),
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
