'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useChangePassword } from '#components/api/use-account.ts';
import { useMe } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import { LEAST_PASSWORD } from '#contract/account.ts';

/** Asks for the present password and, twice, for another one. */
export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account.change');
  const account = useTranslations('account');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const change = useChangePassword();
  const email = useMe().data?.email;
  const id = useId();
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [again, setAgain] = useState('');
  const [checked, setChecked] = useState(false);
  const tooShort = newPassword.length < LEAST_PASSWORD;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (password === '' || tooShort || again !== newPassword || change.isPending) return;
    const onSuccess = ({ ended }: { ended: number }) => {
      showToast({ tone: 'success', title: t('done', { count: ended }) });
      onClose();
    };
    change.mutate({ password, newPassword }, { onSuccess });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('open')}
      closeLabel={common('close')}
      width="small"
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={id} variant="primary" pending={change.isPending}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p>{t('consequence')}</p>
        {change.error ? (
          <Banner tone="danger" role="alert" title={problemText(change.error).title}>
            {problemText(change.error).detail}
          </Banner>
        ) : null}
        {/* For whatever keeps passwords: whose this is. */}
        <input type="text" name="username" autoComplete="username" value={email ?? ''} readOnly hidden />
        <TextField
          label={t('present')}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={setPassword}
          error={checked && password === '' ? account('passwordMissing') : undefined}
        />
        <TextField
          label={t('new')}
          type="password"
          autoComplete="new-password"
          description={t('length', { count: LEAST_PASSWORD })}
          value={newPassword}
          onChange={setNewPassword}
          error={checked && tooShort ? t('tooShort', { count: LEAST_PASSWORD }) : undefined}
        />
        <TextField
          label={t('again')}
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          error={checked && !tooShort && again !== newPassword ? t('different') : undefined}
        />
      </form>
    </Dialog>
  );
}
