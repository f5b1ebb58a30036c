'use client';

import { useTranslations } from 'use-intl';
import { TextField } from '#components/ui/text-field.tsx';
import type { DefinitionContent } from '#domain/definition.ts';
import type { FormErrors } from './check-form.ts';
import { type FormField, type FormValues, type TextFieldName, toForm } from './form-values.ts';
import { useErrorText } from './use-error-text.ts';

/** What every field of the form shares. */
export type EditFieldContext = {
  values: FormValues;
  onChange: (part: Partial<FormValues>) => void;
  errors: FormErrors;
  both: readonly FormField[];
  theirs: DefinitionContent;
};

export type EditFieldProps = {
  form: EditFieldContext;
  name: TextFieldName;
  label: string;
  rows?: number;
  /** One item per line. */
  isList?: boolean;
  isRequired?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
};

const MAX_LIST_ROWS = 10;

/** A field of text, its error, and what somebody else made of it meanwhile. */
export function EditField({ form, name, label, rows, isList = false, ...rest }: EditFieldProps) {
  const t = useTranslations('definitions.edit');
  const errorText = useErrorText();
  const value = form.values[name];
  const lines = isList ? Math.min(MAX_LIST_ROWS, value.split('\n').length + 2) : 1;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <TextField
        label={label}
        name={name}
        {...(isList ? { description: t('onePerLine') } : {})}
        rows={rows ?? lines}
        value={value}
        textLang={form.values.language}
        onChange={(text) => form.onChange({ [name]: text })}
        error={errorText(form.errors[name])}
        {...rest}
      />
      <TheirValue form={form} name={name} />
    </div>
  );
}

/** Shown where both changed the field: what the other person's text is now. */
export function TheirValue({ form, name }: { form: EditFieldContext; name: TextFieldName }) {
  const t = useTranslations('definitions.edit.conflict');
  if (!form.both.includes(name)) return null;
  const value = toForm(form.theirs)[name];
  return (
    <p className="rounded-sm bg-warning px-2 py-1 text-sm break-words whitespace-pre-line text-warning-ink">
      {value === '' ? t('bothEmpty') : t('both', { value })}
    </p>
  );
}
