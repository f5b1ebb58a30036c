'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import type { OtherContext } from '#domain/keep-both.ts';
import { OtherContextFields } from './other-context-fields.tsx';

const EMPTY: OtherContext = { field: 'organisationalContext', value: '' };

export type KeepBothDialogProps = {
  isOpen: boolean;
  /** How many items it is about. */
  count: number;
  /** What was chosen before; null: nothing yet. */
  chosen: OtherContext | null;
  onClose: () => void;
  onChoose: (context: OtherContext) => void;
};

/** Asks for the context in which what is incoming stands beside what is there. */
export function KeepBothDialog(props: KeepBothDialogProps) {
  const t = useTranslations('batches.plan.keepBoth');
  const common = useTranslations('common');
  const { isOpen, onClose } = props;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('title')} closeLabel={common('close')}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ count, chosen, onClose, onChoose }: KeepBothDialogProps) {
  const t = useTranslations('batches.plan.keepBoth');
  const common = useTranslations('common');
  const [context, setContext] = useState(chosen ?? EMPTY);
  const [tried, setTried] = useState(false);
  const isEmpty = context.value.trim() === '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isEmpty) return;
    onChoose({ ...context, value: context.value.trim() });
    onClose();
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      <p className="text-sm">{t('text', { count })}</p>
      <OtherContextFields
        context={context}
        onChange={setContext}
        error={tried && isEmpty ? t('valueMissing') : undefined}
        autoFocus
      />
      <div className="flex flex-wrap justify-end gap-2 pt-1">
        <Button onPress={onClose}>{common('cancel')}</Button>
        <Button type="submit" variant="primary">
          {t('choose')}
        </Button>
      </div>
    </form>
  );
}
