'use client';

import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { CheckboxGroup, Label } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useMe } from '#components/api/use-me.ts';
import { useOrganisations } from '#components/api/use-people.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { VISIBILITIES, type Visibility } from '#domain/definition.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { MODES_WITHOUT_PLAN } from './engine-choices.ts';
import type { OperationDialogProps } from './operation-dialog.ts';
import { ReasonField } from './reason-field.tsx';
import { useFrozenSelection } from './use-frozen-selection.ts';

type Sharing = { visibility: Visibility; organisationIds: readonly string[] };
const NOT_SHARED: Sharing = { visibility: 'own', organisationIds: [] };

/** Says which other organisations may read the selection; `now`: as it is shared already, when that is one and the same. */
export function ShareDialog({ state, now = NOT_SHARED, ...events }: OperationDialogProps & { now?: Sharing }) {
  const t = useTranslations('bulk.share');
  const names = useTranslations('statuses.visibility');
  const [visibility, setVisibility] = useState<Visibility>(now.visibility);
  const [chosen, setChosen] = useState<readonly string[]>(now.organisationIds);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isMissing = visibility === 'shared' && chosen.length === 0;
  return (
    <BulkDialog
      {...events}
      title={t('title')}
      frozen={useFrozenSelection(state)}
      what={t('what')}
      startLabel={t('start')}
      startIcon={<Share2 aria-hidden size={16} />}
      errorModes={MODES_WITHOUT_PLAN}
      jobOf={(selection, engine) => {
        setAsked(true);
        if (isMissing || reason.trim() === '') return null;
        const organisationIds = visibility === 'shared' ? [...chosen] : [];
        return {
          operation: 'share',
          selection,
          options: { ...engine, visibility, organisationIds, reason: reason.trim() },
        };
      }}
    >
      <RadioGroup
        label={t('which')}
        options={VISIBILITIES.map((value) => ({ value, label: names(value), description: t(`help.${value}`) }))}
        value={visibility}
        onChange={setVisibility}
      />
      {visibility === 'shared' ? (
        <Organisations chosen={chosen} onChange={setChosen} isWrong={asked && isMissing} />
      ) : null}
      <ReasonField value={reason} onChange={setReason} asked={asked} />
    </BulkDialog>
  );
}

type OrganisationsProps = { chosen: readonly string[]; onChange: (ids: string[]) => void; isWrong: boolean };

function Organisations({ chosen, onChange, isWrong }: OrganisationsProps) {
  const t = useTranslations('bulk.share');
  const own = useMe().data?.organisation.id;
  const others = (useOrganisations().data?.items ?? []).filter(({ id }) => id !== own);
  return (
    <CheckboxGroup
      value={[...chosen]}
      onChange={onChange}
      isInvalid={isWrong}
      isRequired
      className="flex flex-col gap-1"
    >
      <Label className="text-sm font-medium">{t('organisations')}</Label>
      {others.map(({ id, name }) => (
        <Checkbox key={id} value={id}>
          {name}
        </Checkbox>
      ))}
      {isWrong ? <p className="text-sm text-danger-ink">{t('organisationMissing')}</p> : null}
    </CheckboxGroup>
  );
}
