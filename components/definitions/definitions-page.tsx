'use client';

import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/ui/page-header.tsx';
import { DefinitionsGrid } from './definitions-grid.tsx';

/** Every definition a person may see: search, filter, choose, read. */
export function DefinitionsPage() {
  const t = useTranslations('definitions');
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} />
      <DefinitionsGrid />
    </>
  );
}
