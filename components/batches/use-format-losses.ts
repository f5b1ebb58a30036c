'use client';

import { useLocale, useTranslations } from 'use-intl';
import type { ExportFormat } from '#domain/export-formats.ts';
import { isForReading, reportFormat } from '#domain/fidelity.ts';
import { fieldLabel } from '#domain/field-labels.ts';

/** What a format loses of a definition, in one sentence. */
export function useFormatLosses(): (format: ExportFormat) => string {
  const t = useTranslations('definitions.export');
  const locale = useLocale();
  return (format) => {
    if (isForReading(format)) return t('forReading');
    const { notCarried, conventions } = reportFormat(format);
    if (notCarried.length > 0)
      return t('loses', { fields: notCarried.map((one) => fieldLabel(one, locale)).join(', ') });
    return t(conventions.length > 0 ? 'carriesAllByConvention' : 'carriesAll');
  };
}
