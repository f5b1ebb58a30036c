'use client';

import { Fingerprint } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { BulkDialog } from './bulk-dialog.tsx';
import type { OperationDialogProps } from './operation-dialog.ts';
import { useFrozenSelection } from './use-frozen-selection.ts';

/** Locks a proof of each established definition in the selection. */
export function LockDialog({ state, ...events }: OperationDialogProps) {
  const t = useTranslations('bulk.lock');
  return (
    <BulkDialog
      {...events}
      title={t('title')}
      frozen={useFrozenSelection(state)}
      what={t('what')}
      startLabel={t('start')}
      startIcon={<Fingerprint aria-hidden size={16} />}
      errorModes={[]}
      jobOf={(selection, engine) => ({ operation: 'proof_lock', selection, options: engine })}
    >
      <p className="text-sm text-ink-muted">{t('noUndo')}</p>
    </BulkDialog>
  );
}
