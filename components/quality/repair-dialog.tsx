'use client';

import { Wrench } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { BulkDialog } from '#components/bulk/bulk-dialog.tsx';
import { ReasonField } from '#components/bulk/reason-field.tsx';
import { useFrozenSelection } from '#components/bulk/use-frozen-selection.ts';
import { selectAllMatching } from '#components/definitions/selection.ts';
import type { DefinitionFilterValues } from '#domain/definition-filter.ts';
import { ERROR_MODES } from '#domain/error-modes.ts';
import { type SafeTransformName, transformName } from '#domain/safe-transforms.ts';

export type RepairDialogProps = {
  transform: SafeTransformName;
  /** The definitions that have it. */
  filter: DefinitionFilterValues;
  /** How many those were when they were counted. */
  count: number;
  onClose: () => void;
};

/** Repairs the same thing in many definitions: as a change with a plan, so that each difference is seen first. */
export function RepairDialog({ transform, filter, count, onClose }: RepairDialogProps) {
  const t = useTranslations('quality.dialog');
  const name = transformName(transform)[useLocale()];
  const [state] = useState(() => selectAllMatching(filter, count, new Date().toISOString()));
  const [reason, setReason] = useState(() => t('reason', { name }));
  const [asked, setAsked] = useState(false);
  return (
    <BulkDialog
      title={t('title')}
      frozen={useFrozenSelection(state)}
      onClose={onClose}
      what={
        <>
          <strong className="block pb-1">{t('transform', { name })}</strong>
          {t('what')}
        </>
      }
      startLabel={t('start')}
      startIcon={<Wrench aria-hidden size={16} />}
      errorModes={ERROR_MODES}
      jobOf={(selection, engine) => {
        setAsked(true);
        if (reason.trim() === '') return null;
        const options = { ...engine, transform: [transform], reason: reason.trim(), confirm: true };
        return { operation: 'update', selection, options };
      }}
    >
      <ReasonField value={reason} onChange={setReason} asked={asked} />
    </BulkDialog>
  );
}
