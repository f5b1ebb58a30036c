'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import type { Finding } from '#domain/finding.ts';
import { findingText } from '#domain/finding-texts.ts';
import { isTableFormat } from '#domain/read-choices.ts';
import { TableColumns } from './table-columns.tsx';
import type { FileReadingControls } from './use-file-reading.ts';

/** What a table needs to be said of its columns, or why the file cannot be read at all. */
export function FileColumns({ controls, isDisabled }: { controls: FileReadingControls; isDisabled: boolean }) {
  const t = useTranslations('import.mapping');
  const locale = useLocale();
  const { preview, choices, setChoices, isNew, remembers, setRemembers } = controls;
  if (!preview) return null;
  const [problem] = preview.problems;
  if (problem) {
    const { message, advice } = findingText(problem as Finding, locale);
    return (
      <Banner tone="danger" role="alert" title={message}>
        {advice}
      </Banner>
    );
  }
  if (!isTableFormat(preview.detected.format)) return null;
  return (
    <TableColumns
      title={t('title')}
      state={preview.detected.mapping}
      table={preview}
      chosen={choices.mapping}
      onMapping={(mapping) => setChoices({ ...choices, mapping })}
      remember={isNew ? { isSelected: remembers, onChange: setRemembers } : null}
      isDisabled={isDisabled}
    />
  );
}
