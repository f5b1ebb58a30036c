'use client';

import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useSavePolicy } from '#components/api/use-retention.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { RetentionPolicy } from '#contract/retention.ts';
import { agesOf, MAX_AGE_DAYS, RETENTION_ACTIONS } from '#domain/retention.ts';
import { CriteriaFields } from './criteria-fields.tsx';
import { type DraftField, draftOf, MOMENTS, momentOfCron, policyFrom, problemsOf, withAction } from './policy-draft.ts';
import { PolicyPreview } from './policy-preview.tsx';
import { usePolicyWords } from './use-policy-words.ts';

/** Adds a policy or changes one; what it would do can be looked at before it is saved. */
export function PolicyForm({ policy, onClose }: { policy: RetentionPolicy | null; onClose: () => void }) {
  const t = useTranslations('retention');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const format = useFormat();
  const words = usePolicyWords();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(policy));
  const [checked, setChecked] = useState(false);
  const [tried, setTried] = useState<ReturnType<typeof policyFrom>>(null);
  const save = useSavePolicy(policy);
  const problems = checked ? problemsOf(draft) : [];
  const errorOf = (field: DraftField, text: string) => (problems.includes(field) ? text : undefined);
  const moment = momentOfCron(draft.cron);
  const moments = [...(Object.keys(MOMENTS) as (keyof typeof MOMENTS)[]), ...(moment === 'other' ? ['other'] : [])];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const whole = policyFrom(draft);
    if (!whole) {
      // After the errors are drawn: to the first field that is wrong.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    save.mutate(whole, {
      onSuccess: () => {
        onClose();
        showToast({ tone: 'success', title: t('form.saved') });
      },
    });
  };
  /** Counts without a name and a reason too: what matters is what it is about. */
  const tryIt = () => setTried(policyFrom({ ...draft, name: draft.name || '-', reason: draft.reason || '-' }));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(policy ? 'form.edit' : 'form.add')}
      closeLabel={common('close')}
      width="large"
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button onPress={tryIt}>{t('preview.open')}</Button>
          <Button type="submit" form={id} variant="primary" pending={save.isPending}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <form ref={form} id={id} noValidate onSubmit={submit} className="flex flex-col gap-5">
        {save.error ? (
          <Banner tone="danger" role="alert" title={problemText(save.error).title}>
            {problemText(save.error).detail}
          </Banner>
        ) : null}
        <TextField
          autoFocus
          label={t('form.name')}
          error={errorOf('name', t('form.nameMissing'))}
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
          maxLength={200}
        />
        <RadioGroup
          label={t('form.action')}
          options={RETENTION_ACTIONS.map((value) => ({
            value,
            label: t(`action.${value}`),
            description: t(`actionHelp.${value}`),
          }))}
          value={draft.action}
          onChange={(action) => setDraft(withAction(draft, action))}
        />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Select
            label={t('form.ageOf')}
            options={agesOf(draft.action).map((value) => ({ value, label: t(`age.${value}`) }))}
            value={draft.ageOf}
            onChange={(ageOf) => setDraft({ ...draft, ageOf })}
          />
          <TextField
            label={t('form.days')}
            inputMode="numeric"
            autoComplete="off"
            error={errorOf('days', t('form.daysWrong', { most: format.number(MAX_AGE_DAYS) }))}
            value={draft.days}
            onChange={(days) => setDraft({ ...draft, days })}
          />
        </div>
        <CriteriaFields draft={draft} onChange={setDraft} />
        <Select
          label={t('when.label')}
          options={moments.map((value) => ({
            value,
            label: value === 'other' ? words.when(draft.cron) : t(`when.${value as keyof typeof MOMENTS}`),
          }))}
          value={moment as string}
          onChange={(to) => {
            if (to in MOMENTS) setDraft({ ...draft, cron: MOMENTS[to as keyof typeof MOMENTS] });
          }}
        />
        <TextField
          label={t('form.reason')}
          description={t('form.reasonHelp')}
          rows={2}
          error={errorOf('reason', t('form.reasonMissing'))}
          value={draft.reason}
          onChange={(reason) => setDraft({ ...draft, reason })}
          maxLength={1_000}
        />
        {tried ? <PolicyPreview policy={tried} /> : null}
      </form>
    </Dialog>
  );
}
