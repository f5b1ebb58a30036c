'use client';

import { useTranslations } from 'use-intl';
import { useForgetMapping } from '#components/api/use-column-mappings.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { announce } from '#components/ui/live-region.tsx';

type ForgetMappingDialogProps = { id: string; name: string; onClose: () => void; onForgotten: () => void };

/** Asks whether a saved mapping is to go, saying what stays. Esc changes nothing. */
export function ForgetMappingDialog({ id, name, onClose, onForgotten }: ForgetMappingDialogProps) {
  const t = useTranslations('import.mappings');
  const problemText = useProblemText();
  const forget = useForgetMapping();
  const confirm = () =>
    forget.mutate(id, {
      onSuccess: () => {
        announce(t('forget.done', { name }));
        onForgotten();
      },
    });
  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={t('forget.title', { name })}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('forget.keep')}
          </Button>
          <Button variant="danger" pending={forget.isPending} onPress={confirm}>
            {t('forget.confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t('forget.text')}</p>
        {forget.isError ? (
          <Banner tone="danger" role="alert" title={problemText(forget.error).title}>
            {problemText(forget.error).detail}
          </Banner>
        ) : null}
      </div>
    </AlertDialog>
  );
}
