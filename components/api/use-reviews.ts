'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReviewChange, Reviews } from '#contract/reviews.ts';
import { apiGet, apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** What people answered to the questions no rule can decide, about every version of a definition. */
export function useReviews(definitionId: string) {
  return useQuery({
    queryKey: queryKeys.reviews(definitionId),
    queryFn: ({ signal }) => apiGet<Reviews>(`/api/v1/definitions/${definitionId}/reviews`, {}, signal),
  });
}

/** Answers one of them; `version_conflict` when there is a newer version than the one that was read. */
export function useAnswerReview(definitionId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ ruleId, ...body }: ReviewChange & { ruleId: string }) =>
      apiSend<Reviews>('PUT', `/api/v1/definitions/${definitionId}/reviews/${ruleId}`, { body }),
    onSuccess: (reviews) => cache.setQueryData(queryKeys.reviews(definitionId), reviews),
  });
}
