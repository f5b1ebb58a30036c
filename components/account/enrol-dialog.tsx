'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryKeys } from '#components/api/query-keys.ts';
import { useConfirmSecondFactor, useStartSecondFactor } from '#components/api/use-account.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { StartedSecondFactor } from '#contract/account.ts';
import { AccountSecret } from './account-secret.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { QrCode } from './qr-code.tsx';

/** Password, app, first code, and the codes to keep: in that order, so that nobody keeps codes of nothing. */
export function EnrolDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account.factor');
  const cache = useQueryClient();
  const start = useStartSecondFactor();
  const confirm = useConfirmSecondFactor();
  const finish = () => {
    showToast({ tone: 'success', title: t('enabled') });
    // Who had to make one may do everything else from now on.
    void cache.invalidateQueries({ queryKey: queryKeys.me });
    onClose();
  };
  if (start.data && confirm.isSuccess) {
    return (
      <AccountSecret
        title={t('codesTitle')}
        label={t('codes')}
        text={start.data.backupCodes.join('\n')}
        onClose={finish}
      >
        {t('codesText')}
      </AccountSecret>
    );
  }
  if (start.data) return <Scan started={start.data} action={confirm} onConfirm={confirm.mutate} onClose={onClose} />;
  return (
    <PasswordDialog
      title={t('start')}
      text={t('text')}
      confirm={t('go')}
      action={start}
      onConfirm={(password) => start.mutate(password)}
      onClose={onClose}
    />
  );
}

type ScanProps = {
  started: StartedSecondFactor;
  action: { isPending: boolean; error: unknown };
  onConfirm: (code: string) => void;
  onClose: () => void;
};

function Scan({ started, action, onConfirm, onClose }: ScanProps) {
  const t = useTranslations('account.factor');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const id = useId();
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);
  const right = /^\d{6}$/.test(code.replace(/\s/g, ''));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (right && !action.isPending) onConfirm(code);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('scanTitle')}
      closeLabel={common('close')}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={id} variant="primary" pending={action.isPending}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p>{t('scanText')}</p>
        <div className="flex flex-wrap items-start gap-4">
          <QrCode text={started.uri} label={t('qr')} />
          <div className="flex min-w-48 grow flex-col gap-1">
            <span className="text-sm font-medium">{t('secret')}</span>
            <code className="break-words rounded-sm bg-sunken px-2 py-1 font-mono text-sm">
              {inFours(started.secret)}
            </code>
          </div>
        </div>
        {action.error ? (
          <Banner tone="danger" role="alert" title={problemText(action.error).title}>
            {problemText(action.error).detail}
          </Banner>
        ) : null}
        <TextField
          label={t('code')}
          description={t('codeHelp')}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          value={code}
          onChange={setCode}
          maxLength={10}
          error={checked && !right ? t('codeMissing') : undefined}
        />
      </form>
    </Dialog>
  );
}

/** As people type it over. */
function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}
