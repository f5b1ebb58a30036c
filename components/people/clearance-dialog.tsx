'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMe } from '#components/api/use-me.ts';
import { useChangeClearance } from '#components/api/use-people.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { Person } from '#contract/people.ts';
import { isCleared } from '#domain/clearance.ts';
import { CLASSIFICATIONS } from '#domain/definition.ts';

/** What somebody may see from now on, and why. Nobody can give more than they have. */
export function ClearanceDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const names = useTranslations('statuses.classification');
  const problemText = useProblemText();
  const own = useMe().data?.clearance ?? 'openbaar';
  const change = useChangeClearance(person.id);
  const [clearance, setClearance] = useState(person.clearance);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const save = () => {
    setAsked(true);
    if (reason.trim() === '') return;
    change.mutate(
      { clearance, reason: reason.trim() },
      {
        onSuccess: () => {
          showToast({ tone: 'success', title: t('changed', { name: person.name, clearance: names(clearance) }) });
          onClose();
        },
      },
    );
  };
  const problem = change.error && problemText(change.error);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('dialogTitle', { name: person.name })}
      closeLabel={common('close')}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            pending={change.isPending}
            isDisabled={clearance === person.clearance}
            onPress={save}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 text-sm">
        {problem ? <ErrorState title={problem.title}>{problem.detail}</ErrorState> : null}
        <p>{t('dialogText')}</p>
        <RadioGroup
          label={t('clearance')}
          options={CLASSIFICATIONS.filter((one) => isCleared(own, one)).map((value) => ({
            value,
            label: names(value),
            description: t(`help.${value}`),
          }))}
          value={clearance}
          onChange={setClearance}
        />
        <TextField
          label={t('reason')}
          value={reason}
          onChange={setReason}
          rows={2}
          maxLength={1_000}
          isRequired
          error={asked && reason.trim() === '' ? t('reasonMissing') : undefined}
        />
      </div>
    </Dialog>
  );
}
