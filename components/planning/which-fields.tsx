'use client';

import { useTranslations } from 'use-intl';
import { type ExportChoices, exportJobs, PLAIN_EXPORT } from '#components/bulk/export-choices.ts';
import { FormatChoices } from '#components/bulk/format-choices.tsx';
import { RedactionSwitch } from '#components/bulk/redaction-choices.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import type { NewBatchInput } from '#contract/batches.ts';
import { DEFINITION_STATUSES, type DefinitionStatus, VERDICTS, type Verdict } from '#domain/definition.ts';
import type { Locale } from '#domain/locale.ts';

/** What a plan is about: a check or an export, over everything or a part of it. */
export type Which = {
  operation: 'validate' | 'export';
  status: DefinitionStatus | 'all';
  verdict: Verdict | 'all';
  /** Of an export. */
  choices: ExportChoices;
};

export const EVERYTHING: Which = { operation: 'validate', status: 'all', verdict: 'all', choices: PLAIN_EXPORT };

/** The filter of what was chosen; without a value where all will do. */
export function filterOf({ status, verdict }: Which) {
  return {
    ...(status === 'all' ? {} : { status: [status] }),
    ...(verdict === 'all' ? {} : { verdict: [verdict] }),
  };
}

/** What starts when its moment comes; null while what is to be exported is not complete. */
export function jobsOf(which: Which, locale: Locale): NewBatchInput['jobs'] | null {
  const selection = { filter: filterOf(which) };
  if (which.operation === 'export') return exportJobs({ ...selection, excludedIds: [] }, {}, which.choices, locale);
  return [{ operation: which.operation, selection }];
}

type WhichFieldsProps = {
  which: Which;
  onChange: (which: Which) => void;
  /** Whether it was asked for: before that, an empty choice is no mistake yet. */
  asked: boolean;
};

export function WhichFields({ which, onChange, asked }: WhichFieldsProps) {
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
      {which.operation === 'export' ? (
        <>
          <FormatChoices
            choices={which.choices}
            onChange={(choices) => onChange({ ...which, choices })}
            asked={asked}
          />
          <RedactionSwitch
            choice={which.choices.redaction}
            onChange={(redaction) => onChange({ ...which, choices: { ...which.choices, redaction } })}
            asked={asked}
          />
        </>
      ) : null}
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
