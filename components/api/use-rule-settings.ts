'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RuleSettingsAnswer, RuleSettingsChange } from '#contract/rule-settings.ts';
import { apiGet, apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** How the person's organisation wants its definitions checked. */
export function useRuleSettings() {
  return useQuery({
    queryKey: queryKeys.ruleSettings,
    queryFn: ({ signal }) => apiGet<RuleSettingsAnswer>('/api/v1/rule-settings', {}, signal),
  });
}

/** Changes them; `settings_changed` when somebody else was first. */
export function useChangeRuleSettings() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: RuleSettingsChange) => apiSend<RuleSettingsAnswer>('PUT', '/api/v1/rule-settings', { body }),
    onSuccess: (saved) => cache.setQueryData(queryKeys.ruleSettings, saved),
  });
}
