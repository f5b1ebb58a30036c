'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { type AuditFilters, NO_FILTERS } from './use-audit-filters.ts';

export type AuditFilterBarProps = {
  filters: AuditFilters;
  filtered: boolean;
  onChange: (filters: AuditFilters) => void;
};

/** Four questions and a button: nothing is fetched while somebody types. */
export function AuditFilterBar({ filters, filtered, onChange }: AuditFilterBarProps) {
  const t = useTranslations();
  const [draft, setDraft] = useState(filters);
  const wrongPeriod = draft.from !== '' && draft.until !== '' && draft.until < draft.from;
  const field = (name: keyof AuditFilters) => ({
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrongPeriod) onChange(draft);
  };
  return (
    <search aria-label={t('audit.filters')}>
      <form
        onSubmit={submit}
        className="mb-4 grid items-start gap-x-4 gap-y-3 rounded-md border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_10rem_10rem_auto]"
      >
        <TextField label={t('audit.person')} placeholder={t('audit.personHint')} {...field('person')} />
        <TextField label={t('audit.action')} placeholder={t('audit.actionHint')} {...field('action')} />
        <TextField label={t('audit.subject')} placeholder={t('audit.subjectHint')} {...field('subject')} />
        <TextField type="date" label={t('audit.from')} {...field('from')} />
        <TextField
          type="date"
          label={t('audit.until')}
          error={wrongPeriod ? t('audit.periodWrong') : undefined}
          {...field('until')}
        />
        <div className="flex gap-2 lg:pt-[25px]">
          <Button type="submit" variant="primary">
            {t('audit.apply')}
          </Button>
          {filtered ? (
            <Button
              variant="quiet"
              onPress={() => {
                setDraft(NO_FILTERS);
                onChange(NO_FILTERS);
              }}
            >
              {t('common.clear')}
            </Button>
          ) : null}
        </div>
      </form>
    </search>
  );
}
