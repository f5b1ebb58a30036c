'use client';

import { type FormEvent, useId, useRef, useState } from 'react';
import { CheckboxGroup, FieldError, Label } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useMe } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { FIELD_ERROR, LABEL } from '#components/ui/field-styles.ts';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { NewApiKey } from '#contract/account.ts';
import type { Action } from '#domain/access.ts';
import { useScopeName } from './use-scope-name.ts';

const DAYS = [7, 30, 90, 180, 365];
const USUAL_DAYS = 90;

export type KeyFormProps = {
  mostDays: number;
  pending: boolean;
  error: unknown;
  onMake: (key: NewApiKey) => void;
  onClose: () => void;
};

/** Name, end and permissions of a new key. Nothing is ticked beforehand: a key may do what somebody chose. */
export function KeyForm({ mostDays, pending, error, onMake, onClose }: KeyFormProps) {
  const t = useTranslations('account.keys');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const [name, setName] = useState('');
  const [days, setDays] = useState(Math.min(USUAL_DAYS, mostDays));
  const [scopes, setScopes] = useState<Action[]>([]);
  const [checked, setChecked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() !== '' && scopes.length > 0) onMake({ name: name.trim(), days, scopes });
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('make')}
      closeLabel={common('close')}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={id} variant="primary" pending={pending}>
            {t('make')}
          </Button>
        </>
      }
    >
      <form ref={form} id={id} noValidate onSubmit={submit} className="flex flex-col gap-5">
        {error ? (
          <Banner tone="danger" role="alert" title={problemText(error).title}>
            {problemText(error).detail}
          </Banner>
        ) : null}
        <TextField
          label={t('name')}
          description={t('nameHelp')}
          error={checked && name.trim() === '' ? t('nameMissing') : undefined}
          value={name}
          onChange={setName}
          maxLength={100}
          autoFocus
        />
        <Select
          label={t('days')}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          options={[...new Set([...DAYS.filter((count) => count < mostDays), mostDays])].map((count) => ({
            value: String(count),
            label: t('daysCount', { count }),
          }))}
        />
        <ScopeChoice
          scopes={scopes}
          error={checked && scopes.length === 0 ? t('scopesMissing') : undefined}
          onChange={setScopes}
        />
      </form>
    </Dialog>
  );
}

type ScopeChoiceProps = { scopes: readonly Action[]; error: string | undefined; onChange: (scopes: Action[]) => void };

/** What the person may do, of which a key may do some. */
function ScopeChoice({ scopes, error, onChange }: ScopeChoiceProps) {
  const t = useTranslations('account.keys');
  const scopeName = useScopeName();
  const own = useMe().data?.actions ?? [];
  return (
    <CheckboxGroup
      value={[...scopes]}
      onChange={(values) => onChange(own.filter((scope) => values.includes(scope)))}
      isInvalid={error !== undefined}
      className="flex flex-col gap-2"
    >
      <Label className={LABEL}>{t('scopes')}</Label>
      <FieldError className={FIELD_ERROR}>{error}</FieldError>
      <div className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {own.map((scope) => (
          <Checkbox key={scope} value={scope}>
            {scopeName(scope)}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
