'use client';

import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { PageHeader } from '#components/ui/page-header.tsx';
import { DefinitionsGrid } from './definitions-grid.tsx';

/** Every definition a person may see: search, filter, choose, read. */
export function DefinitionsPage() {
  const t = useTranslations('definitions');
  const mayExport = useMayDo('batch:start');
  return (
    <>
      <PageHeader title={t('title')} context={mayExport ? t('lead') : t('leadReader')} />
      <DefinitionsGrid />
    </>
  );
}
