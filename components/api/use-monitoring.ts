'use client';

import { useQuery } from '@tanstack/react-query';
import type { Monitoring } from '#contract/monitoring.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

const LOOK_AGAIN_MS = 2_000;

/** How the installation does; looked at again and again while `live`. Needs `monitoring:read`. */
export function useMonitoring({ live }: { live: boolean }) {
  return useQuery({
    queryKey: queryKeys.monitoring,
    queryFn: ({ signal }) => apiGet<Monitoring>('/api/v1/monitoring', {}, signal),
    refetchInterval: live ? LOOK_AGAIN_MS : false,
  });
}
