'use client';

import { useTranslations } from 'use-intl';
import { useMe } from '#components/api/use-me.ts';
import { useLanguageName } from '#components/definitions/use-language-name.ts';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { isCleared } from '#domain/clearance.ts';
import { CATEGORIES, CLASSIFICATIONS, UFO_CATEGORIES } from '#domain/definition.ts';
import { CHANGE_FIELDS, type ChangeError, type ChangeField, type ChangeRow } from './changes.ts';

const LANGUAGES = ['nl', 'en', 'de', 'fr'] as const;

const ALTERNATIVES: Partial<Record<ChangeField, readonly string[]>> = {
  category: CATEGORIES,
  classification: CLASSIFICATIONS,
  ufoCategory: UFO_CATEGORIES,
  language: LANGUAGES,
};

const MAX_LIST_ROWS = 8;

/** What a field begins with: the first alternative of a list, nothing otherwise. */
export function initialValue(field: ChangeField): string {
  return ALTERNATIVES[field]?.[0] ?? '';
}

export type ChangeValueProps = {
  row: ChangeRow;
  name: string;
  error: ChangeError | undefined;
  onChange: (value: string) => void;
};

/** The new value of a field, in the form that fits it. */
export function ChangeValue({ row, name, error, onChange }: ChangeValueProps) {
  const t = useTranslations('bulk.update');
  const kind = CHANGE_FIELDS[row.field];
  if (kind === 'choice') return <Choice row={row} name={name} onChange={onChange} />;
  const isList = kind === 'list';
  const rows = isList ? Math.min(MAX_LIST_ROWS, row.value.split('\n').length + 1) : kind === 'long' ? 4 : 1;
  return (
    <TextField
      label={t(isList ? `values.${row.mode}` : 'value', { field: name })}
      {...(isList ? { description: t('onePerLine') } : {})}
      {...(kind === 'day' ? { placeholder: t('dayHint') } : {})}
      rows={rows}
      value={row.value}
      onChange={onChange}
      error={error ? t(`errors.${error}`) : undefined}
      {...(kind === 'day' ? { className: 'w-48' } : {})}
    />
  );
}

function Choice({ row, name, onChange }: Omit<ChangeValueProps, 'error'>) {
  const t = useTranslations();
  const languageName = useLanguageName();
  const clearance = useMe().data?.clearance ?? 'openbaar';
  const isAllowed = (value: string) => {
    const classification = row.field === 'classification' && CLASSIFICATIONS.find((one) => one === value);
    return !classification || isCleared(clearance, classification);
  };
  const labelOf = (value: string): string => {
    const category = row.field === 'category' && CATEGORIES.find((one) => one === value);
    if (category) return t(`statuses.category.${category}`);
    const classification = row.field === 'classification' && CLASSIFICATIONS.find((one) => one === value);
    if (classification) return t(`statuses.classification.${classification}`);
    return row.field === 'language' ? languageName(value) : value;
  };
  return (
    <Select
      label={t('bulk.update.value', { field: name })}
      hideLabel
      options={(ALTERNATIVES[row.field] ?? []).filter(isAllowed).map((value) => ({ value, label: labelOf(value) }))}
      value={row.value}
      onChange={onChange}
      className="w-72 max-w-full"
    />
  );
}
