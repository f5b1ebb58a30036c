'use client';

import { Workflow } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDefinitionFacets } from '#components/api/use-definition-facets.ts';
import { useMayDo } from '#components/api/use-me.ts';
import type { SelectionState } from '#components/definitions/selection.ts';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { DEFINITION_STATUSES, type DefinitionStatus } from '#domain/definition.ts';
import { ERROR_MODES } from '#domain/error-modes.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import type { OperationDialogProps } from './operation-dialog.ts';
import { ReasonField } from './reason-field.tsx';
import { statusTargets } from './status-targets.ts';
import { useFrozenSelection } from './use-frozen-selection.ts';

/** Brings the selection to another status, through the workflow and the gate; a plan in three piles comes first. */
export function StatusDialog({ state, ...events }: OperationDialogProps) {
  const t = useTranslations('bulk.status');
  const statuses = useTranslations('statuses.definition');
  const mayDecide = useMayDo('definition:decide');
  const present = useStatusesIn(state);
  const [status, setStatus] = useState<DefinitionStatus | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <BulkDialog
      {...events}
      title={t('title')}
      frozen={useFrozenSelection(state)}
      what={t('what')}
      startLabel={t('start')}
      startIcon={<Workflow aria-hidden size={16} />}
      errorModes={ERROR_MODES}
      jobOf={(selection, engine) => {
        setAsked(true);
        if (status === null || reason.trim() === '') return null;
        return { operation: 'update', selection, options: { ...engine, status, reason: reason.trim() } };
      }}
    >
      <div className="flex flex-col gap-1">
        <RadioGroup
          label={t('target')}
          options={statusTargets(present, mayDecide).map(({ status: value, from }) => ({
            value,
            label: statuses(value),
            description: t('from', { statuses: from.map((one) => statuses(one)).join(', ') }),
          }))}
          value={status}
          onChange={setStatus}
        />
        {asked && status === null ? <p className="text-danger-ink">{t('targetMissing')}</p> : null}
      </div>
      {status === 'established' ? <p className="text-ink-muted">{t('gate')}</p> : null}
      <ReasonField value={reason} onChange={setReason} asked={asked} />
    </BulkDialog>
  );
}

/** The statuses that occur where everything was chosen that matches a filter; of rows ticked by hand it is not known. */
function useStatusesIn(state: SelectionState): DefinitionStatus[] {
  const facets = useDefinitionFacets(state.mode === 'filter' ? state.filter : {}).data;
  if (state.mode === 'ids') return [];
  const only = state.filter.status ?? [];
  if (only.length > 0) return only;
  const found = facets?.status.map(({ value }) => value) ?? [];
  return DEFINITION_STATUSES.filter((status) => found.includes(status) && status !== 'archived');
}
