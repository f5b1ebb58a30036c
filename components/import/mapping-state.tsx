'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import type { TableView } from '#contract/reading.ts';
import { fieldLabel } from '#domain/field-labels.ts';

/** Whether the columns are enough to read the file by, and what is missing. */
export function MappingState({ table, isChosen }: { table: TableView; isChosen: boolean }) {
  const t = useTranslations('import.mapping');
  const locale = useLocale();
  if (table.columns.length === 0) return <Banner tone="warning">{t('noHeader')}</Banner>;
  if (table.missing.length > 0) {
    const fields = table.missing.map((field) => fieldLabel(field, locale)).join(', ');
    return (
      <Banner tone="warning" role="status" title={t('missingTitle')}>
        {t('missing', { fields })}
      </Banner>
    );
  }
  return <p className="text-sm text-ink-muted">{t(isChosen ? 'leadChosen' : 'lead')}</p>;
}
