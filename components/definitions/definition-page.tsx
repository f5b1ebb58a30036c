'use client';

import { parseAsBoolean, parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import { useDefinition } from '#components/api/use-definition.ts';
import { PageTitle } from '#components/shell/page-title.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import type { Definition } from '#contract/definitions.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { DefinitionFacts } from './definition-facts.tsx';
import { DefinitionHeader } from './definition-header.tsx';
import { DefinitionHistory } from './definition-history.tsx';
import { DefinitionMissing } from './definition-missing.tsx';
import { DefinitionText } from './definition-text.tsx';
import { DeletedNotice } from './deleted-notice.tsx';
import { EditDefinition } from './edit-definition.tsx';
import { FindingsList } from './findings-list.tsx';
import { HeldNotice } from './held-notice.tsx';
import { ReviewChecklist } from './review-checklist.tsx';
import { useEditability } from './use-editability.ts';

const TABS = ['read', 'findings', 'history'] as const;

/** One definition on a page of its own: to read, to follow through time, to change. */
export function DefinitionPage({ id }: { id: string }) {
  const t = useTranslations('definitions');
  const definition = useDefinition(id);
  if (definition.isPending) {
    return (
      <>
        <h1 className="sr-only">{t('title')}</h1>
        <SkeletonRows rows={6} label={t('page.loading')} />
      </>
    );
  }
  if (!definition.data) {
    return (
      <>
        <h1 className="sr-only">{t('title')}</h1>
        <DefinitionMissing error={definition.error} onRetry={() => definition.refetch()} />
      </>
    );
  }
  return <LoadedDefinition definition={definition.data.data} etag={definition.data.etag ?? ''} />;
}

function LoadedDefinition({ definition, etag }: { definition: Definition; etag: string }) {
  const [editing, setEditing] = useQueryState(
    'edit',
    parseAsBoolean.withDefault(false).withOptions({ history: 'push' }),
  );
  const { mayEdit } = useEditability(definition);
  const isEditing = editing && mayEdit;
  return (
    <>
      <PageTitle title={definition.term} />
      {isEditing ? (
        <EditDefinition definition={definition} etag={etag} onDone={() => setEditing(null, { history: 'replace' })} />
      ) : (
        <>
          <DefinitionHeader definition={definition} onEdit={() => setEditing(true)} />
          <DeletedNotice definition={definition} />
          <HeldNotice definition={definition} />
          <PageTabs definition={definition} />
        </>
      )}
    </>
  );
}

function PageTabs({ definition }: { definition: Definition }) {
  const t = useTranslations('definitions.panel');
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(TABS).withDefault('read'));
  return (
    <Tabs
      label={t('tabs')}
      selected={tab}
      onChange={(id) => setTab(TABS.find((known) => known === id) ?? 'read')}
      tabs={[
        {
          id: 'read',
          label: t('read'),
          content: (
            <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
              <DefinitionText content={definition as DefinitionContent} level={2} />
              <aside className="rounded-md border border-line bg-surface p-4">
                <DefinitionFacts definition={definition} />
              </aside>
            </div>
          ),
        },
        {
          id: 'findings',
          label: t('findings'),
          count: definition.findings.length,
          content: (
            <div className="flex flex-col gap-8">
              <FindingsList findings={definition.findings} own={definition} />
              <ReviewChecklist key={definition.id} definition={definition} level={2} />
            </div>
          ),
        },
        {
          id: 'history',
          label: t('history'),
          count: definition.version,
          content: <DefinitionHistory id={definition.id} level={2} wide />,
        },
      ]}
    />
  );
}
