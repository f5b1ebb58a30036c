'use client';

import { ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { BulkDialog } from './bulk-dialog.tsx';
import { MODES_WITHOUT_PLAN } from './engine-choices.ts';
import type { OperationDialogProps } from './operation-dialog.ts';
import { ReasonField } from './reason-field.tsx';
import { useFrozenSelection } from './use-frozen-selection.ts';

/** Puts deleted definitions back as they were. */
export function RestoreDialog({ state, ...events }: OperationDialogProps) {
  const t = useTranslations('bulk.restore');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <BulkDialog
      {...events}
      title={t('title')}
      frozen={useFrozenSelection(state)}
      what={t('what')}
      startLabel={t('start')}
      startIcon={<ArchiveRestore aria-hidden size={16} />}
      errorModes={MODES_WITHOUT_PLAN}
      jobOf={(selection, engine) => {
        setAsked(true);
        if (reason.trim() === '') return null;
        return { operation: 'restore', selection, options: { ...engine, reason: reason.trim() } };
      }}
    >
      <ReasonField value={reason} onChange={setReason} asked={asked} />
    </BulkDialog>
  );
}
