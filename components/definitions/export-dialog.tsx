'use client';

import { FileArchive } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { newKey } from '#components/api/new-key.ts';
import { useCreateBatch } from '#components/api/use-create-batch.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useSelectionCount } from '#components/api/use-selection-count.ts';
import { useProgressWindow } from '#components/batches/use-progress-window.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Selection } from '#contract/definitions.ts';
import { ExportSelection } from './export-selection.tsx';
import { countOf, type SelectionState, toSelection } from './selection.ts';

const MAX_NAME = 200;

export type ExportDialogProps = { isOpen: boolean; onClose: () => void; state: SelectionState };

/** Says what an export of the selection will hold, and starts it; the progress window takes over from there. */
export function ExportDialog({ isOpen, onClose, state }: ExportDialogProps) {
  const selection = toSelection(state);
  if (!isOpen || !selection) return null;
  return <OpenDialog onClose={onClose} state={state} selection={selection} />;
}

type OpenDialogProps = { onClose: () => void; state: SelectionState; selection: Selection };

function OpenDialog({ onClose, state, selection: current }: OpenDialogProps) {
  const t = useTranslations();
  const problemText = useProblemText();
  const progress = useProgressWindow();
  // One selection and one key for as long as the dialog is open: pressing twice starts one batch.
  const [selection] = useState(current);
  const [key] = useState(newKey);
  const [name, setName] = useState('');
  const counted = useSelectionCount(selection);
  const create = useCreateBatch();
  const count = counted.data?.count;
  const problem = counted.error ?? create.error;

  const start = () => {
    const options = name.trim() ? { name: name.trim() } : {};
    const batch = { ...options, jobs: [{ operation: 'export' as const, selection, options: {} }] };
    create.mutate(
      { batch, key },
      {
        onSuccess: ({ jobs }) => {
          onClose();
          const job = jobs[0];
          if (job) progress.open(job.id);
        },
      },
    );
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('definitions.export.title')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon={<FileArchive aria-hidden size={16} />}
            isDisabled={!count}
            pending={create.isPending}
            onPress={start}
          >
            {t('definitions.export.start')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 text-sm">
        {problem ? <ErrorState title={problemText(problem).title}>{problemText(problem).detail}</ErrorState> : null}
        <ExportSelection state={state} count={count} shown={countOf(state)} />
        <Contents count={count} />
        <TextField
          label={t('definitions.export.name')}
          description={t('definitions.export.nameHint')}
          value={name}
          onChange={setName}
          maxLength={MAX_NAME}
        />
        <p className="text-ink-muted">{t('definitions.export.backgroundNote')}</p>
      </div>
    </Dialog>
  );
}

function Contents({ count }: { count: number | undefined }) {
  const t = useTranslations('definitions.export');
  return (
    <section>
      <h3 className="pb-1 font-semibold">{t('contents')}</h3>
      <ul className="flex list-disc flex-col gap-0.5 pl-5 text-ink-muted">
        <li>{count === undefined ? t('counting') : t('files', { count })}</li>
        <li>{t('manifest')}</li>
        <li>{t('report')}</li>
      </ul>
    </section>
  );
}
