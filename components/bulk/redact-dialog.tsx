'use client';

import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import type { OperationDialogProps } from './operation-dialog.ts';
import { ALL_KINDS, toRedaction } from './redaction-choice.ts';
import { RedactionChoices } from './redaction-choices.tsx';
import { useFrozenSelection } from './use-frozen-selection.ts';

/** Looks for what is to be redacted in the stored definitions; nothing changes before somebody else has approved it. */
export function RedactDialog({ state, ...events }: OperationDialogProps) {
  const t = useTranslations('redaction.start');
  const frozen = useFrozenSelection(state);
  const [choice, setChoice] = useState(ALL_KINDS);
  const [asked, setAsked] = useState(false);
  return (
    <BulkDialog
      {...events}
      title={t('title')}
      frozen={frozen}
      what={t('what')}
      startLabel={t('start')}
      startIcon={<EyeOff aria-hidden size={16} />}
      errorModes={[]}
      jobOf={(selection, engine) => {
        setAsked(true);
        if (choice.kinds.length === 0) return null;
        return { operation: 'redact', selection, options: { ...engine, redaction: toRedaction(choice) } };
      }}
    >
      <Banner tone="warning">{t('noUndo')}</Banner>
      <div className="flex flex-col gap-3">
        <RedactionChoices choice={choice} onChange={setChoice} asked={asked} />
      </div>
    </BulkDialog>
  );
}
