'use client';

import { ListChecks } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { BulkDialog } from './bulk-dialog.tsx';
import { MODES_WITHOUT_PLAN } from './engine-choices.ts';
import type { OperationDialogProps } from './operation-dialog.ts';
import { useFrozenSelection } from './use-frozen-selection.ts';

/** Checks the selection anew with the rules of today. */
export function ValidateDialog({ state, ...events }: OperationDialogProps) {
  const t = useTranslations('bulk.validate');
  return (
    <BulkDialog
      {...events}
      title={t('title')}
      frozen={useFrozenSelection(state)}
      what={t('what')}
      startLabel={t('start')}
      startIcon={<ListChecks aria-hidden size={16} />}
      errorModes={MODES_WITHOUT_PLAN}
      jobOf={(selection, options) => ({ operation: 'validate', selection, options })}
    />
  );
}
