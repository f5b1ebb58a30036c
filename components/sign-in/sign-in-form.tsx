'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Credentials } from './use-sign-in.ts';
import { useSignInError } from './use-sign-in-error.ts';

export type SignInFormProps = { onSubmit: (credentials: Credentials) => void; pending: boolean; error: unknown };

type FieldErrors = { email?: string; password?: string };

/** E-mail address and password. What is missing is said at the field; what the server refuses above the form. */
export function SignInForm({ onSubmit, pending, error }: SignInFormProps) {
  const t = useTranslations('signIn');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<FieldErrors>({});
  const refusal = useSignInError(error);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const found: FieldErrors = {};
    if (email.trim() === '') found.email = t('emailMissing');
    else if (!/^\S+@\S+$/.test(email.trim())) found.email = t('emailWrong');
    if (password === '') found.password = t('passwordMissing');
    setErrors(found);
    const first = found.email ? 'email' : found.password ? 'password' : null;
    if (first) form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    else if (!pending) onSubmit({ email: email.trim(), password });
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {refusal ? (
        <Banner tone="danger" role="alert" title={t('failedTitle')}>
          {refusal}
        </Banner>
      ) : null}
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={errors.email}
        isRequired
        validationBehavior="aria"
      />
      <TextField
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={errors.password}
        isRequired
        validationBehavior="aria"
      />
      <Button type="submit" variant="primary" pending={pending}>
        {t('submit')}
      </Button>
    </form>
  );
}
