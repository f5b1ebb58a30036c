'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { queryString } from '#components/api/client.ts';
import type { AuditListQuery } from '#components/api/use-audit-entries.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { Button } from '#components/ui/button.tsx';
import { Menu } from '#components/ui/menu.tsx';

/** What the filters show as a file that can be verified without us. */
export function ExportMenu({ query }: { query: AuditListQuery }) {
  const t = useTranslations('audit');
  const mayKnowPeople = useMayDo('audit:personal');
  const { cursor: _, limit: __, ...filter } = query;
  const save = (format: 'jsonl' | 'csv') => () =>
    location.assign(`/api/v1/audit-entries.${format}${queryString(filter)}`);
  return (
    <Menu
      label={t('exportTitle')}
      trigger={<Button icon={<Download aria-hidden size={16} />}>{t('exportTitle')}</Button>}
      header={mayKnowPeople ? null : <p className="text-ink-muted">{t('exportMasked')}</p>}
      entries={[
        { id: 'jsonl', label: t('exportLines'), onAction: save('jsonl') },
        { id: 'csv', label: t('exportCsv'), onAction: save('csv') },
      ]}
    />
  );
}
