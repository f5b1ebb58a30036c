'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Delivery,
  DeliveryDetail,
  DeliveryPage,
  NewWebhookInput,
  Replayed,
  Webhook,
  WebhookList,
  WebhookPatchInput,
  WebhookSecret,
} from '#contract/webhooks.ts';
import type { DeliveryStatus } from '#domain/deliveries.ts';
import { apiGet, apiSend } from './client.ts';
import { newKey } from './new-key.ts';
import { queryKeys } from './query-keys.ts';

const PATH = '/api/v1/webhooks';
/** While something is under way, and while nothing is: deliveries are not told of by socket. */
const SOON_MS = 2_000;
const LATER_MS = 5_000;

export function useWebhooks() {
  return useQuery({
    queryKey: queryKeys.webhooks,
    queryFn: ({ signal }) => apiGet<WebhookList>(PATH, {}, signal),
  });
}

export function useWebhook(id: string) {
  return useQuery({
    queryKey: queryKeys.webhook(id),
    queryFn: ({ signal }) => apiGet<Webhook>(`${PATH}/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data && state.data.pending > 0 ? SOON_MS : LATER_MS),
  });
}

export type DeliveryQuery = { status?: DeliveryStatus | undefined; cursor?: string | undefined; limit?: number };

export function useDeliveries(id: string, query: DeliveryQuery) {
  return useQuery({
    queryKey: queryKeys.deliveries(id, query),
    queryFn: ({ signal }) => apiGet<DeliveryPage>(`${PATH}/${id}/deliveries`, query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => status === 'pending') ? SOON_MS : LATER_MS),
  });
}

export function useDelivery(webhookId: string, id: string) {
  return useQuery({
    queryKey: queryKeys.delivery(webhookId, id),
    queryFn: ({ signal }) => apiGet<DeliveryDetail>(`${PATH}/${webhookId}/deliveries/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.status === 'pending' ? SOON_MS : false),
  });
}

/** Makes a webhook; the answer holds its secret, and is not kept. */
export function useCreateWebhook() {
  const cache = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (webhook: NewWebhookInput) => apiSend<WebhookSecret>('POST', PATH, { body: webhook }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.webhooks }),
  });
}

/** Everything one does with a webhook that is there. */
export function useSteerWebhook(id: string) {
  const cache = useQueryClient();
  const path = `${PATH}/${id}`;
  const onSettled = () => cache.invalidateQueries({ queryKey: queryKeys.webhooks });
  const change = useMutation({
    mutationFn: (patch: WebhookPatchInput) => apiSend<Webhook>('PATCH', path, { body: patch }),
    onSettled,
  });
  const replaceSecret = useMutation({
    gcTime: 0,
    mutationFn: () => apiSend<WebhookSecret>('POST', `${path}/secrets`),
    onSettled,
  });
  const test = useMutation({
    mutationFn: () => apiSend<DeliveryDetail>('POST', `${path}/tests`, { idempotencyKey: newKey() }),
    onSettled,
  });
  const replay = useMutation({
    mutationFn: (delivery: string) => apiSend<Delivery>('POST', `${path}/deliveries/${delivery}/replays`),
    onSettled,
  });
  const replayAll = useMutation({
    mutationFn: () => apiSend<Replayed>('POST', `${path}/replays`, { body: {} }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: () => apiSend<{ id: string }>('DELETE', path),
    onSuccess: () => {
      cache.removeQueries({ queryKey: queryKeys.webhook(id) });
      return cache.invalidateQueries({ queryKey: queryKeys.webhooks, exact: true });
    },
  });
  return { change, replaceSecret, test, replay, replayAll, remove };
}
