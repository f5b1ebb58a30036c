'use client';

import { useTranslations } from 'use-intl';
import { TextField } from '#components/ui/text-field.tsx';

export const MAX_REASON = 1_000;

export type ReasonFieldProps = {
  value: string;
  onChange: (reason: string) => void;
  /** Somebody has tried to start: now what is missing is said. */
  asked: boolean;
};

/** Why: kept with every version the job makes, and in the audit trail. */
export function ReasonField({ value, onChange, asked }: ReasonFieldProps) {
  const t = useTranslations('bulk.reason');
  return (
    <TextField
      label={t('label')}
      description={t('help')}
      value={value}
      onChange={onChange}
      rows={2}
      maxLength={MAX_REASON}
      isRequired
      error={asked && value.trim() === '' ? t('missing') : undefined}
    />
  );
}
