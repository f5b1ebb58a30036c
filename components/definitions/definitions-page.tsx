'use client';

import { TextSearch } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { LinkButton } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { DefinitionsGrid } from './definitions-grid.tsx';

/** Every definition a person may see: search, filter, choose, read. */
export function DefinitionsPage() {
  const t = useTranslations('definitions');
  const words = useTranslations('query');
  const mayStart = useMayDo('batch:start');
  return (
    <>
      <PageHeader
        title={t('title')}
        context={mayStart ? t('lead') : t('leadReader')}
        actions={
          mayStart ? (
            <LinkButton href="/definitions/query" icon={<TextSearch aria-hidden size={16} />}>
              {words('open')}
            </LinkButton>
          ) : null
        }
      />
      <DefinitionsGrid />
    </>
  );
}
