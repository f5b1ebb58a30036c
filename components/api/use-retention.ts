'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Batch } from '#contract/batches.ts';
import type {
  NewRetentionPolicyInput,
  RetentionPolicies,
  RetentionPolicy,
  RetentionPreview,
  RetentionPreviewRequestInput,
} from '#contract/retention.ts';
import { apiGet, apiSend } from './client.ts';
import { newKey } from './new-key.ts';
import { queryKeys } from './query-keys.ts';

const PATH = '/api/v1/retention-policies';

export function useRetentionPolicies() {
  return useQuery({
    queryKey: queryKeys.retention,
    queryFn: ({ signal }) => apiGet<RetentionPolicies>(PATH, {}, signal),
  });
}

/** What a policy would do now; counted anew whenever it is asked for. */
export function useRetentionPreview(request: RetentionPreviewRequestInput) {
  return useQuery({
    queryKey: queryKeys.retentionPreview(request),
    queryFn: ({ signal }) => apiSend<RetentionPreview>('POST', '/api/v1/retention-previews', { body: request, signal }),
    staleTime: 0,
    gcTime: 0,
  });
}

function usePolicyCall<Input, Answer>(call: (input: Input) => Promise<Answer>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.retention, exact: true }),
  });
}

/** Adds a policy, or puts another version in the place of the one with this id. */
export function useSavePolicy(policy: Pick<RetentionPolicy, 'id' | 'version'> | null) {
  return usePolicyCall((input: NewRetentionPolicyInput) =>
    policy
      ? apiSend<RetentionPolicy>('PUT', `${PATH}/${policy.id}`, { body: { ...input, version: policy.version } })
      : apiSend<RetentionPolicy>('POST', PATH, { body: input, idempotencyKey: newKey() }),
  );
}

export function useDeletePolicy(id: string) {
  return usePolicyCall((_: undefined) => apiSend<{ id: string }>('DELETE', `${PATH}/${id}`));
}

export function useRunPolicy(id: string) {
  return usePolicyCall((_: undefined) =>
    apiSend<Batch>('POST', `${PATH}/${id}/runs`, { body: {}, idempotencyKey: newKey() }),
  );
}
