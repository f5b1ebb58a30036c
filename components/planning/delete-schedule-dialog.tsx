'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import type { useSteerSchedule } from '#components/api/use-steer-schedule.ts';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { announce } from '#components/ui/live-region.tsx';

export type DeleteScheduleDialogProps = {
  name: string;
  isOpen: boolean;
  remove: ReturnType<typeof useSteerSchedule>['remove'];
  onClose: () => void;
  onDeleted: () => void;
};

/** Asks whether a schedule is to go, saying what stays. Esc changes nothing. */
export function DeleteScheduleDialog({ name, isOpen, remove, onClose, onDeleted }: DeleteScheduleDialogProps) {
  const t = useTranslations('planning');
  const problemText = useProblemText();
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        announce(t('again.removed', { name }));
        onClose();
        onDeleted();
      },
    });
  return (
    <AlertDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('remove.title', { name })}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('remove.keep')}
          </Button>
          <Button variant="danger" pending={remove.isPending} onPress={confirm}>
            {t('remove.confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t('remove.text')}</p>
        {remove.isError ? (
          <Banner tone="danger" role="alert" title={problemText(remove.error).title}>
            {problemText(remove.error).detail}
          </Banner>
        ) : null}
      </div>
    </AlertDialog>
  );
}
