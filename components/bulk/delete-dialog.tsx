'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useApprovalSettings } from '#components/api/use-approvals.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { MODES_WITHOUT_PLAN } from './engine-choices.ts';
import type { OperationDialogProps } from './operation-dialog.ts';
import { ReasonField } from './reason-field.tsx';
import { isTyped, mustBeTyped } from './typed-count.ts';
import { useFrozenSelection } from './use-frozen-selection.ts';

/** Deletes the selection so that it can be put back; many at once only after their number was typed. */
export function DeleteDialog({ state, ...events }: OperationDialogProps) {
  const t = useTranslations('bulk.delete');
  const approvals = useTranslations('approvals.plan');
  const format = useFormat();
  const frozen = useFrozenSelection(state);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const count = frozen.count ?? 0;
  const limit = useApprovalSettings().data?.rules.delete.moreThan ?? null;
  const needsTyping = mustBeTyped(count);
  const isConfirmed = !needsTyping || isTyped(typed, count);
  return (
    <BulkDialog
      {...events}
      title={t('title')}
      frozen={frozen}
      what={t('what')}
      startLabel={t('start')}
      startIcon={<Trash2 aria-hidden size={16} />}
      startVariant="danger"
      errorModes={MODES_WITHOUT_PLAN}
      jobOf={(selection, engine) => {
        setAsked(true);
        if (reason.trim() === '' || !isConfirmed) return null;
        // Should there be more or fewer by the time it starts, it does not: this number was agreed to.
        const preconditions = { expectedCount: count };
        return { operation: 'delete', selection, options: { ...engine, preconditions, reason: reason.trim() } };
      }}
    >
      {limit !== null && count > limit ? (
        <Banner tone="info">{approvals('willWait', { count: format.number(limit) })}</Banner>
      ) : null}
      <ReasonField value={reason} onChange={setReason} asked={asked} />
      {needsTyping ? (
        <TextField
          label={t('type', { count: format.number(count) })}
          description={t('typeHelp')}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={setTyped}
          isRequired
          error={asked && !isConfirmed ? t('typeWrong', { count: format.number(count) }) : undefined}
          className="[&_input]:max-w-40"
        />
      ) : null}
    </BulkDialog>
  );
}
