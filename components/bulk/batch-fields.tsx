'use client';

import { useTranslations } from 'use-intl';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { DEFAULT_PRIORITY, MAX_PRIORITY, MIN_PRIORITY } from '#domain/admission.ts';

/** What a batch is called and how urgent it is. */
export type BatchChoices = { name: string; priority: string };

export const PLAIN_BATCH: BatchChoices = { name: '', priority: String(DEFAULT_PRIORITY) };

const MAX_NAME = 200;
const PRIORITIES = Array.from({ length: MAX_PRIORITY - MIN_PRIORITY + 1 }, (_, index) => String(MAX_PRIORITY - index));

/** What is said of the batch as it is created; nothing for what was left as it is. */
export function toBatch({ name, priority }: BatchChoices): { name?: string; priority?: number } {
  return {
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(Number(priority) === DEFAULT_PRIORITY ? {} : { priority: Number(priority) }),
  };
}

type FieldProps = { choices: BatchChoices; onChange: (choices: BatchChoices) => void };

export function BatchName({ choices, onChange }: FieldProps) {
  const t = useTranslations('bulk.batch');
  return (
    <TextField
      label={t('name')}
      description={t('nameHelp')}
      value={choices.name}
      onChange={(name) => onChange({ ...choices, name })}
      maxLength={MAX_NAME}
    />
  );
}

export function BatchPriority({ choices, onChange }: FieldProps) {
  const t = useTranslations('bulk.batch');
  const labelOf = (value: string): string => {
    if (Number(value) === DEFAULT_PRIORITY) return t('priorityDefault', { value });
    if (Number(value) === MAX_PRIORITY) return t('priorityHighest', { value });
    return Number(value) === MIN_PRIORITY ? t('priorityLowest', { value }) : value;
  };
  return (
    <Select
      label={t('priority')}
      description={t('priorityHelp')}
      options={PRIORITIES.map((value) => ({ value, label: labelOf(value) }))}
      value={choices.priority}
      onChange={(priority) => onChange({ ...choices, priority })}
    />
  );
}
