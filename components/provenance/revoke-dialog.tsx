'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useRevokeKey } from '#components/api/use-provenance.ts';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { PartnerKey } from '#contract/provenance.ts';

/** Revokes a key, for good and with a reason. */
export function RevokeDialog({ item, onClose }: { item: PartnerKey; onClose: () => void }) {
  const t = useTranslations('provenance.revoke');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const revoke = useRevokeKey(item.id);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const press = () => {
    setAsked(true);
    if (reason.trim() !== '') revoke.mutate(reason.trim(), { onSuccess: onClose });
  };
  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={t('title', { name: item.name })}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="danger" pending={revoke.isPending} onPress={press}>
            {t('revoke')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{t('text')}</p>
        <TextField
          label={t('reason')}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          isRequired
          autoFocus
          error={asked && reason.trim() === '' ? t('reasonMissing') : undefined}
        />
        {revoke.error ? (
          <Banner tone="danger" role="alert" title={problemText(revoke.error).title}>
            {problemText(revoke.error).detail}
          </Banner>
        ) : null}
      </div>
    </AlertDialog>
  );
}
