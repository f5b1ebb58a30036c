'use client';

import { useMemo } from 'react';
import { useRuleSettings } from '#components/api/use-rule-settings.ts';
import { useSettledValue } from '#components/rules/use-settled-value.ts';
import { checkRecord } from '#domain/check-record.ts';
import { type Finding, hasError } from '#domain/finding.ts';
import { validate } from '#domain/validation/validate.ts';

const PAUSE_MS = 250;

/** What the import would say of these fields, in the same words: first whether they can be taken in, then how good they are. */
export function useCheckedRecord(fields: Record<string, unknown>): { findings: Finding[]; errors: number } {
  const settings = useRuleSettings().data;
  const settled = useSettledValue(fields, PAUSE_MS);
  return useMemo(() => {
    const { content, findings } = checkRecord({ fields: settled, location: {}, findings: [] });
    const rules = content && settings ? validate(content, settings).findings : [];
    return {
      findings: [...findings, ...rules],
      errors: findings.filter(({ severity }) => severity === 'error').length,
    };
  }, [settled, settings]);
}

/** The same at this very moment, for who presses the button before the check has caught up with their typing. */
export function hasErrorNow(fields: Record<string, unknown>): boolean {
  return hasError(checkRecord({ fields, location: {}, findings: [] }).findings);
}
