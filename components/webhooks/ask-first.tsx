'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';

export type AskFirstProps = {
  title: string;
  text: string;
  confirm: string;
  keep?: string;
  danger?: boolean;
  action: { isPending: boolean; error: unknown };
  onConfirm: () => void;
  onClose: () => void;
};

/** Says what will happen and asks whether it is to. Esc changes nothing. */
export function AskFirst({ title, text, confirm, keep, danger = false, action, onConfirm, onClose }: AskFirstProps) {
  const common = useTranslations('common');
  const problemText = useProblemText();
  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {keep ?? common('cancel')}
          </Button>
          <Button variant={danger ? 'danger' : 'primary'} pending={action.isPending} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{text}</p>
        {action.error ? (
          <Banner tone="danger" role="alert" title={problemText(action.error).title}>
            {problemText(action.error).detail}
          </Banner>
        ) : null}
      </div>
    </AlertDialog>
  );
}
