'use client';

import { Scale } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { MAX_MATTER_LENGTH } from '#contract/batches.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { MODES_WITHOUT_PLAN } from './engine-choices.ts';
import type { OperationDialogProps } from './operation-dialog.ts';
import { ReasonField } from './reason-field.tsx';
import { useFrozenSelection } from './use-frozen-selection.ts';

/** Puts a legal hold on the selection, or lifts one: by the name of what it is for. */
export function HoldDialog({ state, ...events }: OperationDialogProps) {
  const t = useTranslations('bulk.hold');
  const [operation, setOperation] = useState<'hold' | 'release'>('hold');
  const [matter, setMatter] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <BulkDialog
      {...events}
      title={t('title')}
      frozen={useFrozenSelection(state)}
      what={t('what')}
      startLabel={operation === 'hold' ? t('start') : t('startLift')}
      startIcon={<Scale aria-hidden size={16} />}
      errorModes={MODES_WITHOUT_PLAN}
      jobOf={(selection, engine) => {
        setAsked(true);
        if (matter.trim() === '' || reason.trim() === '') return null;
        return { operation, selection, options: { ...engine, matter: matter.trim(), reason: reason.trim() } };
      }}
    >
      <RadioGroup
        label={t('which')}
        options={[
          { value: 'hold', label: t('place'), description: t('placeHelp') },
          { value: 'release', label: t('lift'), description: t('liftHelp') },
        ]}
        value={operation}
        onChange={setOperation}
      />
      <TextField
        label={t('matter')}
        description={t('matterHelp')}
        value={matter}
        onChange={setMatter}
        maxLength={MAX_MATTER_LENGTH}
        isRequired
        error={asked && matter.trim() === '' ? t('matterMissing') : undefined}
      />
      <ReasonField value={reason} onChange={setReason} asked={asked} />
    </BulkDialog>
  );
}
