'use client';

import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';

export type SaidOnceProps = {
  title: string;
  label: string;
  text: string;
  /** Words before it. */
  children?: ReactNode;
  onClose: () => void;
};

/** Shows what cannot be shown again. A press outside does not close it. */
export function SaidOnce({ title, label, text, children, onClose }: SaidOnceProps) {
  const t = useTranslations('account');
  const [said, setSaid] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = () => {
    // Not there on plain http, where a demo on a LAN may run.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setSaid('copied'),
      () => setSaid('copyFailed'),
    );
  };
  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={title}
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
        {children ? <p>{children}</p> : null}
        <p>{t('saidOnce')}</p>
        <TextField
          label={label}
          value={text}
          isReadOnly
          className="font-mono"
          rows={text.includes('\n') ? text.split('\n').length : 1}
          onFocus={(event) => (event.target as HTMLInputElement).select()}
        />
        <p role="status" className="min-h-5 text-ink-muted">
          {said ? t(said) : ''}
        </p>
      </div>
    </AlertDialog>
  );
}
