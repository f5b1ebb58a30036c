'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSecondFactor } from '#components/api/use-account.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { ChangePasswordDialog } from './change-password-dialog.tsx';

/** One's own password; who signs in through the organisation has none here. */
export function PasswordCard() {
  const t = useTranslations('account.change');
  // What tells whether there is a password: a second factor comes after one.
  const hasPassword = useSecondFactor().data?.available ?? null;
  const [changing, setChanging] = useState(false);
  return (
    <Card title={t('title')}>
      <div className="flex flex-col items-start gap-3">
        <p className="text-sm text-ink-muted">{hasPassword === false ? t('none') : t('text')}</p>
        {hasPassword ? <Button onPress={() => setChanging(true)}>{t('open')}</Button> : null}
      </div>
      {changing ? <ChangePasswordDialog onClose={() => setChanging(false)} /> : null}
    </Card>
  );
}
