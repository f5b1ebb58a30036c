'use client';

import { useLocale, useTranslations } from 'use-intl';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Finding } from '#domain/finding.ts';
import { findingText } from '#domain/finding-texts.ts';
import { CHOICES_OF, type FormField, KIND_OF } from './correction-fields.ts';

export type CorrectionFieldProps = {
  field: FormField;
  text: string;
  onChange: (text: string) => void;
  /** Those about this field. */
  findings: readonly Finding[];
  lang: string;
};

const ROWS = { line: 1, text: 3, list: 2, structure: 4, choice: 1 };
const MOST_ROWS = 12;
const EMPTY = 'empty';

/** One field with what there is to say about it: errors as errors, remarks of the rules below them. */
export function CorrectionField({ field, text, onChange, findings, lang }: CorrectionFieldProps) {
  const t = useTranslations('corrections');
  const locale = useLocale();
  const kind = KIND_OF[field];
  const label = useLabel(field);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const error = errors.map((finding) => said(finding, locale)).join(' ') || undefined;
  const hint = kind === 'list' ? t('onePerLine') : kind === 'structure' ? t('asJson') : undefined;
  return (
    <div className="flex min-w-0 flex-col gap-1" {...(error ? { 'data-wrong': '' } : {})}>
      {kind === 'choice' ? (
        <Choice field={field} text={text} onChange={onChange} label={label} error={error} />
      ) : (
        <TextField
          label={label}
          value={text}
          onChange={onChange}
          rows={Math.min(MOST_ROWS, Math.max(ROWS[kind], kind === 'line' ? 1 : text.split('\n').length + 1))}
          isRequired={field === 'term' || field === 'definition'}
          validationBehavior="aria"
          textLang={lang}
          error={error}
          {...(hint ? { description: hint } : {})}
        />
      )}
      <Remarks findings={findings.filter(({ severity }) => severity !== 'error')} />
    </div>
  );
}

/** A closed list; what the file had stays among the choices, so that one sees what it was. */
function Choice({
  field,
  text,
  onChange,
  label,
  error,
}: Pick<CorrectionFieldProps, 'field' | 'text' | 'onChange'> & { label: string; error: string | undefined }) {
  const t = useTranslations('corrections');
  const words = useChoiceWords(field);
  const known = CHOICES_OF[field] ?? [];
  const options = [
    { value: EMPTY, label: t('notGiven') },
    ...known.map((value) => ({ value, label: words(value) })),
    ...(text !== '' && !known.includes(text) ? [{ value: text, label: t('unknownValue', { value: text }) }] : []),
  ];
  return (
    <Select
      label={label}
      options={options}
      value={text === '' ? EMPTY : text}
      onChange={(value) => onChange(value === EMPTY ? '' : value)}
      {...(error ? { description: <span className="font-medium text-danger-ink">{error}</span> } : {})}
    />
  );
}

function Remarks({ findings }: { findings: readonly Finding[] }) {
  const locale = useLocale();
  if (findings.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 text-xs text-ink-muted">
      {findings.map((finding) => (
        <li key={`${finding.code}${finding.value ?? ''}`} className="break-words">
          {findingText(finding, locale).message}
        </li>
      ))}
    </ul>
  );
}

function said(finding: Finding, locale: 'nl' | 'en'): string {
  const { message, advice } = findingText(finding, locale);
  return `${message} ${advice}`;
}

function useLabel(field: FormField): string {
  const fieldLabel = useFieldLabel();
  const examples = useTranslations('definitions.example');
  return field.startsWith('examples.')
    ? examples(field.slice('examples.'.length) as 'sentence' | 'practical' | 'counter')
    : fieldLabel(field);
}

function useChoiceWords(field: FormField): (value: string) => string {
  const t = useTranslations('statuses');
  const area =
    field === 'category' ? 'category' : field === 'status' ? 'definition' : field === 'classification' ? field : null;
  return (value) => (area && t.has(`${area}.${value}` as never) ? t(`${area}.${value}` as never) : value);
}
