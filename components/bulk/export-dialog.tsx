'use client';

import { FileArchive } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { EXPORT_FORMAT_NAMES } from '#domain/export-formats.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { type ExportChoices, exportJobs, isApart, PLAIN_EXPORT } from './export-choices.ts';
import { FormatChoices } from './format-choices.tsx';
import type { OperationDialogProps } from './operation-dialog.ts';
import { RedactionSwitch } from './redaction-choices.tsx';
import { useFrozenSelection } from './use-frozen-selection.ts';

/** Asks in which formats, says what an export of the selection will hold, and starts it. */
export function ExportDialog({ state, ...events }: OperationDialogProps) {
  const t = useTranslations('definitions.export');
  const locale = useLocale();
  const frozen = useFrozenSelection(state, { reading: true });
  const [choices, setChoices] = useState(PLAIN_EXPORT);
  const [asked, setAsked] = useState(false);
  return (
    <BulkDialog
      {...events}
      title={t('title')}
      frozen={frozen}
      what={t('backgroundNote')}
      startLabel={t('start')}
      startIcon={<FileArchive aria-hidden size={16} />}
      errorModes={[]}
      batchName={isApart(choices) ? t('apartName', { count: choices.formats.length }) : undefined}
      jobOf={(selection, options) => {
        setAsked(true);
        return exportJobs(selection, options, choices, locale);
      }}
    >
      <FormatChoices choices={choices} onChange={setChoices} asked={asked} />
      <RedactionSwitch
        choice={choices.redaction}
        onChange={(redaction) => setChoices({ ...choices, redaction })}
        asked={asked}
      />
      <Contents count={frozen.count} choices={choices} />
    </BulkDialog>
  );
}

function Contents({ count, choices }: { count: number | undefined; choices: ExportChoices }) {
  const t = useTranslations('definitions.export');
  const apart = isApart(choices);
  const lines = useLines(choices, apart, count);
  if (choices.formats.length === 0) return null;
  return (
    <section>
      <h3 className="pb-1 font-semibold">{t(apart ? 'contentsApart' : 'contents')}</h3>
      <ul className="flex list-disc flex-col gap-0.5 pl-5 text-ink-muted">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function useLines({ formats }: ExportChoices, apart: boolean, count: number | undefined): string[] {
  const t = useTranslations('definitions.export');
  const locale = useLocale();
  const nameOf = (format: (typeof formats)[number]) => EXPORT_FORMAT_NAMES[format][locale];
  if (apart) {
    return formats.map((format) =>
      format === 'json' ? t('zipOf', { name: nameOf(format) }) : t('fileOf', { name: nameOf(format) }),
    );
  }
  const folders = formats.filter((format) => format !== 'json');
  return [
    ...(count === undefined
      ? []
      : [
          ...(formats.includes('json') ? [t('files', { count })] : []),
          ...folders.map((format) => t('folder', { folder: `${format}/`, count, name: nameOf(format) })),
        ]),
    t('manifest'),
    t('report'),
    t('signature'),
  ];
}
