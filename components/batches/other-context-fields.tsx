'use client';

import { useTranslations } from 'use-intl';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { CONTEXT_FIELDS, MAX_CONTEXT_LENGTH, type OtherContext } from '#domain/keep-both.ts';

export type OtherContextFieldsProps = {
  context: OtherContext;
  onChange: (context: OtherContext) => void;
  error?: string | undefined;
  autoFocus?: boolean;
  isDisabled?: boolean;
};

/** In which context the incoming definition is to stand beside the one that is there. */
export function OtherContextFields({
  context,
  onChange,
  error,
  autoFocus = false,
  isDisabled = false,
}: OtherContextFieldsProps) {
  const t = useTranslations('batches.plan.keepBoth');
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label={t('which')}
        options={CONTEXT_FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))}
        value={context.field}
        isDisabled={isDisabled}
        onChange={(field) => onChange({ ...context, field })}
      />
      <TextField
        label={t('value')}
        description={t('valueHelp')}
        value={context.value}
        isDisabled={isDisabled}
        onChange={(value) => onChange({ ...context, value })}
        maxLength={MAX_CONTEXT_LENGTH}
        error={error}
        autoFocus={autoFocus}
      />
    </div>
  );
}
