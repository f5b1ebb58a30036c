'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AuditPage } from '#contract/audit.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

export type AuditListQuery = {
  action?: string | undefined;
  person?: string | undefined;
  subject?: string | undefined;
  batch?: string | undefined;
  text?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

/** Audit entries, newest first. Needs `audit:read`. */
export function useAuditEntries(query: AuditListQuery, enabled = true) {
  return useQuery({
    queryKey: queryKeys.audit(query),
    queryFn: ({ signal }) => apiGet<AuditPage>('/api/v1/audit-entries', query, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}
