'use client';

import { FileArchive } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { BulkDialog } from './bulk-dialog.tsx';
import type { OperationDialogProps } from './operation-dialog.ts';
import { useFrozenSelection } from './use-frozen-selection.ts';

/** Says what an export of the selection will hold, and starts it; the progress window takes over from there. */
export function ExportDialog({ state, ...events }: OperationDialogProps) {
  const t = useTranslations('definitions.export');
  const frozen = useFrozenSelection(state);
  return (
    <BulkDialog
      {...events}
      title={t('title')}
      frozen={frozen}
      what={t('backgroundNote')}
      startLabel={t('start')}
      startIcon={<FileArchive aria-hidden size={16} />}
      errorModes={[]}
      jobOf={(selection, options) => ({ operation: 'export', selection, options })}
    >
      <Contents count={frozen.count} />
    </BulkDialog>
  );
}

function Contents({ count }: { count: number | undefined }) {
  const t = useTranslations('definitions.export');
  return (
    <section>
      <h3 className="pb-1 font-semibold">{t('contents')}</h3>
      <ul className="flex list-disc flex-col gap-0.5 pl-5 text-ink-muted">
        {count === undefined ? null : <li>{t('files', { count })}</li>}
        <li>{t('manifest')}</li>
        <li>{t('report')}</li>
      </ul>
    </section>
  );
}
