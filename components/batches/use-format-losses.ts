'use client';

import { useLocale, useTranslations } from 'use-intl';
import type { ExportFormat } from '#domain/export-formats.ts';
import { isForReading, reportFormat } from '#domain/fidelity.ts';
import { fieldLabel } from '#domain/field-labels.ts';

/** So many fields are named in a short sentence; the others are counted. */
const NAMED = 3;

/** What a format loses of a definition, in one sentence; `short` where there are many of them to choose from. */
export function useFormatLosses(length: 'short' | 'whole' = 'whole'): (format: ExportFormat) => string {
  const t = useTranslations('definitions.export');
  const locale = useLocale();
  return (format) => {
    if (isForReading(format)) return t('forReading');
    const { notCarried, conventions } = reportFormat(format);
    const names = notCarried.map((field) => fieldLabel(field, locale));
    if (length === 'short' && names.length > NAMED + 1) {
      return t('losesMany', { fields: names.slice(0, NAMED).join(', '), count: String(names.length - NAMED) });
    }
    if (names.length > 0) return t('loses', { fields: names.join(', ') });
    return t(conventions.length > 0 ? 'carriesAllByConvention' : 'carriesAll');
  };
}
