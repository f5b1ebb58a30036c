'use client';

import { useTranslations } from 'use-intl';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import type { NewBatchInput } from '#contract/batches.ts';
import { DEFINITION_STATUSES, type DefinitionStatus, VERDICTS, type Verdict } from '#domain/definition.ts';

/** What a plan is about: a check or an export, over everything or a part of it. */
export type Which = { operation: 'validate' | 'export'; status: DefinitionStatus | 'all'; verdict: Verdict | 'all' };

export const EVERYTHING: Which = { operation: 'validate', status: 'all', verdict: 'all' };

/** The filter of what was chosen; without a value where all will do. */
export function filterOf({ status, verdict }: Which) {
  return {
    ...(status === 'all' ? {} : { status: [status] }),
    ...(verdict === 'all' ? {} : { verdict: [verdict] }),
  };
}

export function jobsOf(which: Which): NewBatchInput['jobs'] {
  return [{ operation: which.operation, selection: { filter: filterOf(which) } }];
}

type WhichFieldsProps = { which: Which; onChange: (which: Which) => void };

export function WhichFields({ which, onChange }: WhichFieldsProps) {
  const t = useTranslations('planning.dialog');
  const statuses = useTranslations('statuses');
  return (
    <>
      <RadioGroup
        label={t('operation')}
        options={(['validate', 'export'] as const).map((value) => ({
          value,
          label: t(value),
          description: t(`${value}Help`),
        }))}
        value={which.operation}
        onChange={(operation) => onChange({ ...which, operation })}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 text-sm font-medium">{t('which')}</legend>
        <div className="flex flex-wrap gap-3">
          <Select
            label={t('status')}
            options={[
              { value: 'all', label: t('all') },
              ...DEFINITION_STATUSES.map((value) => ({ value, label: statuses(`definition.${value}`) })),
            ]}
            value={which.status}
            onChange={(status) => onChange({ ...which, status })}
            className="w-52"
          />
          <Select
            label={t('verdict')}
            options={[
              { value: 'all', label: t('all') },
              ...VERDICTS.map((value) => ({ value, label: statuses(`verdict.${value}`) })),
            ]}
            value={which.verdict}
            onChange={(verdict) => onChange({ ...which, verdict })}
            className="w-52"
          />
        </div>
      </fieldset>
    </>
  );
}
