'use client';

import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { ERROR_MODES } from '#domain/error-modes.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { ChangeRows } from './change-rows.tsx';
import { type ChangeRow, changeErrors, toChanges } from './changes.ts';
import type { OperationDialogProps } from './operation-dialog.ts';
import { ReasonField } from './reason-field.tsx';
import { useFrozenSelection } from './use-frozen-selection.ts';

/** Changes chosen fields of every definition of the selection; what is not chosen stays as it is. */
export function UpdateDialog({ state, ...events }: OperationDialogProps) {
  const t = useTranslations('bulk.update');
  const [rows, setRows] = useState<readonly ChangeRow[]>([]);
  const [confirm, setConfirm] = useState(true);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const errors = changeErrors(rows);
  return (
    <BulkDialog
      {...events}
      title={t('title')}
      frozen={useFrozenSelection(state)}
      what={confirm ? t('what') : t('whatAtOnce')}
      startLabel={confirm ? t('start') : t('startAtOnce')}
      startIcon={<PencilLine aria-hidden size={16} />}
      errorModes={ERROR_MODES}
      jobOf={(selection, engine) => {
        setAsked(true);
        if (rows.length === 0 || errors.size > 0 || reason.trim() === '') return null;
        const options = { ...engine, set: toChanges(rows), reason: reason.trim(), confirm };
        return { operation: 'update', selection, options };
      }}
    >
      <ChangeRows rows={rows} onChange={setRows} errors={asked ? errors : new Map()} />
      {asked && rows.length === 0 ? (
        <p role="alert" className="text-danger-ink">
          {t('nothing')}
        </p>
      ) : null}
      <ReasonField value={reason} onChange={setReason} asked={asked} />
      <Checkbox isSelected={confirm} onChange={setConfirm} description={t('confirmHelp')}>
        {t('confirm')}
      </Checkbox>
    </BulkDialog>
  );
}
