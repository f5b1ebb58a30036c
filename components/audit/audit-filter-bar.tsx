'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { dayText, parseDay } from '#components/i18n/day-text.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { type AuditFilters, NO_FILTERS } from './use-audit-filters.ts';

export type AuditFilterBarProps = {
  filters: AuditFilters;
  filtered: boolean;
  onChange: (filters: AuditFilters) => void;
};

type Errors = { text?: string; from?: string; until?: string };

/** Questions and a button: nothing is fetched while somebody types. Days are typed as dd-mm-jjjj. */
export function AuditFilterBar({ filters, filtered, onChange }: AuditFilterBarProps) {
  const t = useTranslations();
  const [draft, setDraft] = useState({ ...filters, from: dayText(filters.from), until: dayText(filters.until) });
  const [errors, setErrors] = useState<Errors>({});
  const field = (name: keyof AuditFilters) => ({
    name,
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const from = parseDay(draft.from);
    const until = parseDay(draft.until);
    const found: Errors = {};
    if (draft.text.trim().length === 1) found.text = t('audit.textShort');
    if (from === null) found.from = t('audit.dayWrong');
    if (until === null) found.until = t('audit.dayWrong');
    if (from && until && until < from) found.until = t('audit.periodWrong');
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first) event.currentTarget.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    else onChange({ ...draft, from: from ?? '', until: until ?? '' });
  };
  return (
    <search aria-label={t('audit.filters')}>
      <form
        noValidate
        onSubmit={submit}
        className="mb-4 grid grid-cols-2 items-start gap-x-4 gap-y-3 rounded-md border border-line bg-surface p-4 md:grid-cols-3 xl:grid-cols-4"
      >
        <TextField label={t('audit.person')} placeholder={t('audit.personHint')} {...field('person')} />
        <TextField label={t('audit.action')} placeholder={t('audit.actionHint')} {...field('action')} />
        <TextField label={t('audit.subject')} placeholder={t('audit.subjectHint')} {...field('subject')} />
        <TextField label={t('audit.batch')} placeholder={t('audit.subjectHint')} {...field('batch')} />
        <TextField label={t('audit.text')} placeholder={t('audit.textHint')} error={errors.text} {...field('text')} />
        <TextField label={t('audit.from')} placeholder={t('audit.dayHint')} error={errors.from} {...field('from')} />
        <TextField label={t('audit.until')} placeholder={t('audit.dayHint')} error={errors.until} {...field('until')} />
        <div className="flex flex-wrap gap-2 pt-[25px]">
          <Button type="submit" variant="primary">
            {t('audit.apply')}
          </Button>
          {filtered ? (
            <Button variant="quiet" onPress={() => onChange(NO_FILTERS)}>
              {t('common.clear')}
            </Button>
          ) : null}
        </div>
      </form>
    </search>
  );
}
