'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import type { UploadPreview } from '#contract/reading.ts';
import { fieldLabel } from '#domain/field-labels.ts';
import type { FileReadingControls } from './use-file-reading.ts';

/** Whether the columns are enough to read the file by, and what is missing. */
export function MappingState({ controls, preview }: { controls: FileReadingControls; preview: UploadPreview }) {
  const t = useTranslations('import.mapping');
  const locale = useLocale();
  if (preview.columns.length === 0) return <Banner tone="warning">{t('noHeader')}</Banner>;
  if (preview.missing.length > 0) {
    const fields = preview.missing.map((field) => fieldLabel(field, locale)).join(', ');
    return (
      <Banner tone="warning" role="status" title={t('missingTitle')}>
        {t('missing', { fields })}
      </Banner>
    );
  }
  return <p className="text-sm text-ink-muted">{t(controls.choices.mapping ? 'leadChosen' : 'lead')}</p>;
}
