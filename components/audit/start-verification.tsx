'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSteerVerification } from '#components/api/use-audit-seal.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { endOfDay, startOfDay } from '#components/i18n/day-bounds.ts';
import { parseDay } from '#components/i18n/day-text.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type Errors = { from?: string; until?: string };

/** Asks for a verification of everything, or of a period in days. */
export function StartVerification() {
  const t = useTranslations('verification.start');
  const audit = useTranslations('audit');
  const problemText = useProblemText();
  const { start } = useSteerVerification();
  const [draft, setDraft] = useState({ from: '', until: '' });
  const [errors, setErrors] = useState<Errors>({});
  const field = (name: 'from' | 'until') => ({
    name,
    value: draft[name],
    error: errors[name],
    placeholder: audit('dayHint'),
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const from = parseDay(draft.from);
    const until = parseDay(draft.until);
    const found: Errors = {};
    if (from === null) found.from = audit('dayWrong');
    if (until === null) found.until = audit('dayWrong');
    if (from && until && until < from) found.until = audit('periodWrong');
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first) {
      event.currentTarget.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
      return;
    }
    const [begin, end] = [startOfDay(from), endOfDay(until)];
    start.mutate({ ...(begin ? { from: begin } : {}), ...(end ? { until: end } : {}) });
  };
  const problem = start.error ? problemText(start.error) : null;
  return (
    <Card title={t('title')}>
      <form noValidate onSubmit={submit} className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <TextField label={t('from')} className="w-36" {...field('from')} />
        <TextField label={t('until')} className="w-36" {...field('until')} />
        <div className="flex flex-wrap items-center gap-3 pt-[25px]">
          <Button type="submit" variant="primary" pending={start.isPending}>
            {t('button')}
          </Button>
          <span className="text-sm text-ink-muted">{t('hint')}</span>
        </div>
      </form>
      {problem ? (
        <div className="pt-3">
          <Banner tone="danger" title={problem.title} role="alert">
            {problem.detail}
          </Banner>
        </div>
      ) : null}
    </Card>
  );
}
