'use client';

import { FileUp, FolderUp } from 'lucide-react';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { DEFAULT_ARCHIVE_LIMITS } from '#domain/archive-limits.ts';
import { IMPORT_EXTENSIONS } from '#domain/import-kinds.ts';
import type { ChosenFile } from './chosen-files.ts';
import { droppedFiles, selectedFiles } from './dropped-files.ts';

const MB = 1024 * 1024;

/** Where files come in: dropped, pasted, or chosen with a button. */
export function FileDrop({ onChoose }: { onChoose: (files: readonly ChosenFile[]) => void }) {
  const t = useTranslations('import.drop');
  const format = useFormat();
  return (
    <DropZone
      onDrop={({ items }) => {
        const files = items.filter((item) => item.kind !== 'text');
        if (files.length > 0) void droppedFiles(files).then(onChoose);
      }}
      className="group flex min-h-72 flex-col items-center justify-center gap-4 rounded-lg border-2 border-dashed border-line-strong bg-surface px-6 py-10 text-center transition-colors data-drop-target:border-accent data-drop-target:bg-accent-soft data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent"
    >
      <FileUp aria-hidden size={36} strokeWidth={1.5} className="text-ink-muted group-data-drop-target:text-accent" />
      <Text slot="label" className="text-lg font-semibold">
        {t('title')}
      </Text>
      <div className="flex flex-wrap justify-center gap-2">
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={['.zip', ...IMPORT_EXTENSIONS]}
          onSelect={(list) => onChoose(selectedFiles(list))}
        >
          <Button variant="primary" icon={<FileUp aria-hidden size={16} />}>
            {t('chooseFile')}
          </Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={(list) => onChoose(selectedFiles(list))}>
          <Button icon={<FolderUp aria-hidden size={16} />}>{t('chooseFolder')}</Button>
        </FileTrigger>
      </div>
      <p className="max-w-prose text-sm text-ink-muted">{t('kinds')}</p>
      <p className="max-w-prose text-sm text-ink-muted">
        {t('limits', {
          size: format.number(DEFAULT_ARCHIVE_LIMITS.uploadBytes / MB),
          entries: format.number(DEFAULT_ARCHIVE_LIMITS.entries),
          entry: format.number(DEFAULT_ARCHIVE_LIMITS.entryBytes / MB),
        })}
      </p>
    </DropZone>
  );
}
