'use client';

import { Flame, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { MODES_WITHOUT_PLAN } from './engine-choices.ts';
import type { OperationDialogProps } from './operation-dialog.ts';
import { ReasonField } from './reason-field.tsx';
import { useFrozenSelection } from './use-frozen-selection.ts';

/** Wipes the names of people off the selection, once somebody else has approved it. */
export function AnonymiseDialog(props: OperationDialogProps) {
  return <FinalDialog {...props} operation="anonymise" />;
}

/** Deletes the selection for good, once somebody else has approved it. */
export function EraseDialog(props: OperationDialogProps) {
  return <FinalDialog {...props} operation="erase" />;
}

type FinalDialogProps = OperationDialogProps & { operation: 'anonymise' | 'erase' };

/** What cannot be taken back: asks for approval at once, for the reason that is given here. */
function FinalDialog({ state, operation, ...events }: FinalDialogProps) {
  const t = useTranslations('retention.start');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const Icon = operation === 'erase' ? Flame : UserX;
  return (
    <BulkDialog
      {...events}
      title={t(operation)}
      frozen={useFrozenSelection(state)}
      what={t(`${operation}What`)}
      startLabel={t('ask')}
      startIcon={<Icon aria-hidden size={16} />}
      startVariant="danger"
      errorModes={MODES_WITHOUT_PLAN}
      jobOf={(selection, engine) => {
        setAsked(true);
        if (reason.trim() === '') return null;
        return { operation, selection, options: { ...engine, reason: reason.trim(), confirm: false } };
      }}
    >
      <Banner tone="warning">{t('noUndo')}</Banner>
      <ReasonField value={reason} onChange={setReason} asked={asked} />
    </BulkDialog>
  );
}
