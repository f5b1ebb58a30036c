'use client';

import { CheckboxGroup, Label } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { LABEL } from '#components/ui/field-styles.ts';
import { TextField } from '#components/ui/text-field.tsx';
import { CLASSIFICATIONS, DEFINITION_STATUSES } from '#domain/definition.ts';
import type { PolicyDraft } from './policy-draft.ts';

export type CriteriaFieldsProps = { draft: PolicyDraft; onChange: (draft: PolicyDraft) => void };

/** What narrows a policy down: status, classification and organisational context. */
export function CriteriaFields({ draft, onChange }: CriteriaFieldsProps) {
  const t = useTranslations('retention.form');
  const statuses = useTranslations('statuses.definition');
  const classifications = useTranslations('statuses.classification');
  // Archiving what is archived changes nothing.
  const among = DEFINITION_STATUSES.filter((one) => draft.action !== 'archive' || one !== 'archived');
  return (
    <>
      <p className="text-sm text-ink-muted">{t('every')}</p>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Choice
          label={t('status')}
          options={among}
          name={statuses}
          value={draft.status}
          onChange={(status) => onChange({ ...draft, status })}
        />
        <Choice
          label={t('classification')}
          options={CLASSIFICATIONS}
          name={classifications}
          value={draft.classification}
          onChange={(classification) => onChange({ ...draft, classification })}
        />
      </div>
      <TextField
        label={t('organisation')}
        description={t('organisationHelp')}
        rows={2}
        value={draft.organisation}
        onChange={(organisation) => onChange({ ...draft, organisation })}
      />
    </>
  );
}

type ChoiceProps<T extends string> = {
  label: string;
  options: readonly T[];
  name: (value: T) => string;
  value: readonly T[];
  onChange: (value: T[]) => void;
};

function Choice<T extends string>({ label, options, name, value, onChange }: ChoiceProps<T>) {
  return (
    <CheckboxGroup
      value={[...value]}
      onChange={(chosen) => onChange(options.filter((one) => chosen.includes(one)))}
      className="flex flex-col gap-1"
    >
      <Label className={LABEL}>{label}</Label>
      {options.map((one) => (
        <Checkbox key={one} value={one}>
          {name(one)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
