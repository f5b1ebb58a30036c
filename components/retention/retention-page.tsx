'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useRetentionPolicies } from '#components/api/use-retention.ts';
import { Allowed } from '#components/shell/allowed.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { PolicyCard } from './policy-card.tsx';
import { PolicyForm } from './policy-form.tsx';

/** What is kept how long, and what happens to it then. */
export function RetentionPage() {
  return (
    <Allowed action="retention:manage">
      <Policies />
    </Allowed>
  );
}

function Policies() {
  const t = useTranslations('retention');
  const common = useTranslations('common');
  const [adding, setAdding] = useState(false);
  const list = useRetentionPolicies();
  return (
    <>
      <PageHeader
        title={t('title')}
        context={t('lead')}
        actions={
          <Button variant="primary" icon={<Plus aria-hidden size={16} />} onPress={() => setAdding(true)}>
            {t('add')}
          </Button>
        }
      />
      {list.data ? (
        list.data.items.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        ) : (
          <ul className="flex flex-col gap-4">
            {list.data.items.map((policy) => (
              <li key={policy.id}>
                <PolicyCard policy={policy} />
              </li>
            ))}
          </ul>
        )
      ) : list.error ? (
        <LoadError query={list} />
      ) : (
        <SkeletonRows rows={4} label={common('loading')} />
      )}
      {adding ? <PolicyForm policy={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
