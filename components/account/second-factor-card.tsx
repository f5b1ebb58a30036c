'use client';

import { ShieldCheck, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useDisableSecondFactor, useRenewBackupCodes, useSecondFactor } from '#components/api/use-account.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { StatusBadge } from '#components/ui/chip.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import { AccountSecret } from './account-secret.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';

type Doing = 'enrolling' | 'disabling' | 'renewing' | null;

/** Whether there is a second factor, and what one does about it. */
export function SecondFactorCard() {
  const t = useTranslations('account.factor');
  const common = useTranslations('common');
  const state = useSecondFactor();
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const factor = state.data;
  return (
    <Card
      title={t('title')}
      aside={
        factor ? (
          <StatusBadge tone={factor.enabled ? 'success' : 'neutral'} icon={factor.enabled ? ShieldCheck : ShieldOff}>
            {factor.enabled ? t('on') : t('off')}
          </StatusBadge>
        ) : null
      }
    >
      {state.isPending ? <SkeletonRows rows={2} label={common('loading')} /> : null}
      {state.isError ? <LoadError query={state} /> : null}
      {factor ? (
        <div className="flex flex-col items-start gap-3">
          <p className="text-sm text-ink-muted">
            {factor.available || factor.enabled ? t('text') : t('unavailable')}
            {factor.required && factor.available ? ` ${t('required')}.` : ''}
          </p>
          <div className="flex flex-wrap gap-2">
            {!factor.enabled && factor.available ? (
              <Button variant="primary" onPress={() => setDoing('enrolling')}>
                {t('start')}
              </Button>
            ) : null}
            {factor.enabled ? <Button onPress={() => setDoing('renewing')}>{t('renew')}</Button> : null}
            {factor.enabled && !factor.required ? (
              <Button onPress={() => setDoing('disabling')}>{t('disable')}</Button>
            ) : null}
          </div>
        </div>
      ) : null}
      {doing === 'enrolling' ? <EnrolDialog onClose={close} /> : null}
      {doing === 'disabling' ? <Disable onClose={close} /> : null}
      {doing === 'renewing' ? <Renew onClose={close} /> : null}
    </Card>
  );
}

function Disable({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account.factor');
  const disable = useDisableSecondFactor();
  const done = () => {
    showToast({ tone: 'success', title: t('disabled') });
    onClose();
  };
  return (
    <PasswordDialog
      title={t('disableTitle')}
      text={t('disableText')}
      confirm={t('disable')}
      danger
      action={disable}
      onConfirm={(password) => disable.mutate(password, { onSuccess: done })}
      onClose={onClose}
    />
  );
}

function Renew({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account.factor');
  const renew = useRenewBackupCodes();
  if (renew.data) {
    return (
      <AccountSecret
        title={t('codesTitle')}
        label={t('codes')}
        text={renew.data.backupCodes.join('\n')}
        onClose={onClose}
      >
        {t('codesText')}
      </AccountSecret>
    );
  }
  return (
    <PasswordDialog
      title={t('renewTitle')}
      text={t('renewText')}
      confirm={t('renew')}
      action={renew}
      onConfirm={(password) => renew.mutate(password)}
      onClose={onClose}
    />
  );
}
