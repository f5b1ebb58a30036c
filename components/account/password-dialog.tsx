'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';

export type PasswordDialogProps = {
  title: string;
  text: string;
  confirm: string;
  danger?: boolean;
  action: { isPending: boolean; error: unknown };
  onConfirm: (password: string) => void;
  onClose: () => void;
};

/** Asks for the password once more before something about the ways in changes. */
export function PasswordDialog(props: PasswordDialogProps) {
  const { title, text, confirm, danger = false, action, onConfirm, onClose } = props;
  const t = useTranslations('account');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const id = useId();
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (password !== '' && !action.isPending) onConfirm(password);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      closeLabel={common('close')}
      width="small"
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={id} variant={danger ? 'danger' : 'primary'} pending={action.isPending}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p>{text}</p>
        {action.error ? (
          <Banner tone="danger" role="alert" title={problemText(action.error).title}>
            {problemText(action.error).detail}
          </Banner>
        ) : null}
        <TextField
          label={t('password')}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={setPassword}
          error={checked && password === '' ? t('passwordMissing') : undefined}
        />
      </form>
    </Dialog>
  );
}
