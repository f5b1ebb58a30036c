'use client';

import { useTranslations } from 'use-intl';
import { useMe } from '#components/api/use-me.ts';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { Select } from '#components/ui/select.tsx';
import { isCleared } from '#domain/clearance.ts';
import { CATEGORIES, CLASSIFICATIONS, UFO_CATEGORIES } from '#domain/definition.ts';
import { mayFollow } from '#domain/workflow.ts';
import { EditField, type EditFieldContext } from './edit-field.tsx';
import { useLanguageName } from './use-language-name.ts';

/** Of what the workflow permits; establishing and archiving are decisions with safeguards of their own, so they are not among these. */
const STATUSES = ['imported', 'draft', 'review'] as const;
/** A list cannot have an empty text as a value. */
const NO_UFO = 'none';
const LANGUAGES = ['nl', 'en', 'de', 'fr'] as const;

/** What is chosen from a list, and the days. */
export function EditChoices({ form }: { form: EditFieldContext }) {
  const t = useTranslations();
  const label = useFieldLabel();
  const { values, onChange } = form;
  const languageName = useLanguageName();
  const clearance = useMe().data?.clearance ?? 'openbaar';
  const current = form.theirs.status;
  const statuses = STATUSES.filter((value) => value === current || mayFollow(current, value));
  const languages = [...new Set<string>([...LANGUAGES, form.theirs.language])];
  const ufo = [
    { value: NO_UFO, label: t('definitions.edit.notGiven') },
    ...UFO_CATEGORIES.map((value) => ({ value, label: value })),
  ];
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <Select
        label={label('status')}
        options={statuses.map((value) => ({ value, label: t(`statuses.definition.${value}`) }))}
        value={values.status as (typeof STATUSES)[number]}
        onChange={(status) => onChange({ status })}
      />
      <Select
        label={label('category')}
        options={CATEGORIES.map((value) => ({ value, label: t(`statuses.category.${value}`) }))}
        value={values.category}
        onChange={(category) => onChange({ category })}
      />
      <Select
        label={label('ufoCategory')}
        options={ufo}
        value={values.ufoCategory || NO_UFO}
        onChange={(value) => onChange({ ufoCategory: value === NO_UFO ? '' : value })}
      />
      <Select
        label={label('classification')}
        options={CLASSIFICATIONS.filter((value) => isCleared(clearance, value)).map((value) => ({
          value,
          label: t(`statuses.classification.${value}`),
        }))}
        value={values.classification}
        onChange={(classification) => onChange({ classification })}
      />
      <EditField form={form} name="validFrom" label={label('validFrom')} placeholder={t('definitions.edit.dayHint')} />
      <EditField
        form={form}
        name="validUntil"
        label={label('validUntil')}
        placeholder={t('definitions.edit.dayHint')}
      />
      <Select
        label={label('language')}
        options={languages.map((value) => ({ value, label: languageName(value) }))}
        value={values.language}
        onChange={(language) => onChange({ language })}
      />
      <EditField form={form} name="chainPartners" label={label('chainPartners')} isList />
    </div>
  );
}
