'use client';

import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';

export type SecretDialogProps = { name: string; secret: string; onClose: () => void };

/** Shows a secret, once. A press outside does not close it: it cannot be opened again. */
export function SecretDialog({ name, secret, onClose }: SecretDialogProps) {
  const t = useTranslations('webhooks.secret');
  const [said, setSaid] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = () => {
    // Not there on plain http, where a demo on a LAN may run.
    const written = navigator.clipboard?.writeText(secret) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setSaid('copied'),
      () => setSaid('copyFailed'),
    );
  };
  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={t('title', { name })}
      actions={
        <>
          <Button icon={<Copy aria-hidden size={16} />} onPress={copy}>
            {t('copy')}
          </Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('done')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{t('text')}</p>
        <TextField
          label={t('label')}
          value={secret}
          isReadOnly
          className="font-mono"
          onFocus={(event) => (event.target as HTMLInputElement).select()}
        />
        <p role="status" className="min-h-5 text-ink-muted">
          {said ? t(said) : ''}
        </p>
      </div>
    </AlertDialog>
  );
}
