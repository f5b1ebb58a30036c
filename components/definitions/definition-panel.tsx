'use client';

import { ChevronLeft, ChevronRight, Maximize2, PencilLine } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDefinition } from '#components/api/use-definition.ts';
import { LinkButton } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SidePanel } from '#components/ui/side-panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import type { Definition } from '#contract/definitions.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { DefinitionFacts } from './definition-facts.tsx';
import { DefinitionHistory } from './definition-history.tsx';
import { DefinitionMissing } from './definition-missing.tsx';
import { DefinitionText } from './definition-text.tsx';
import { DeletedNotice } from './deleted-notice.tsx';
import { FindingsList } from './findings-list.tsx';
import { HeldNotice } from './held-notice.tsx';
import { ReviewChecklist } from './review-checklist.tsx';
import { Standing } from './standing.tsx';
import { useEditability } from './use-editability.ts';

export type DefinitionPanelProps = {
  /** Null: closed. */
  id: string | null;
  /** The rows behind the panel, to walk through without closing it. */
  rowIds: readonly string[];
  onOpen: (id: string) => void;
  onClose: () => void;
};

/** A definition beside the grid: read it, its history and its findings, then go on where one was. */
export function DefinitionPanel({ id, rowIds, onOpen, onClose }: DefinitionPanelProps) {
  const t = useTranslations('definitions');
  const definition = useDefinition(id);
  const found = definition.data?.data;
  const place = id ? rowIds.indexOf(id) : -1;
  const next = place < 0 ? undefined : rowIds[place + 1];
  const previous = place < 0 ? undefined : rowIds[place - 1];
  return (
    <SidePanel
      isOpen={id !== null}
      onClose={onClose}
      title={
        found ? (
          // Also read when the next one is called up without closing the panel.
          <span lang={found.language} aria-live="polite">
            {found.term}
          </span>
        ) : (
          t('page.loading')
        )
      }
      closeLabel={t('panel.close')}
      context={found ? <Standing definition={found} /> : null}
      actions={
        <>
          <div className="mr-auto flex gap-1">
            <Step label={t('panel.previous')} to={previous} onOpen={onOpen}>
              <ChevronLeft aria-hidden size={20} />
            </Step>
            <Step label={t('panel.next')} to={next} onOpen={onOpen}>
              <ChevronRight aria-hidden size={20} />
            </Step>
          </div>
          {found ? <EditLink definition={found} /> : null}
          {id ? (
            <LinkButton href={`/definitions/${id}`} icon={<Maximize2 aria-hidden size={15} />}>
              {t('panel.fullPage')}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {found ? <DeletedNotice definition={found} /> : null}
      {found ? <HeldNotice definition={found} /> : null}
      {found ? <PanelTabs definition={found} /> : null}
      {definition.isPending && id ? <SkeletonRows rows={6} label={t('page.loading')} /> : null}
      {definition.isError ? <DefinitionMissing error={definition.error} onRetry={() => definition.refetch()} /> : null}
    </SidePanel>
  );
}

function EditLink({ definition }: { definition: Definition }) {
  const t = useTranslations('definitions.panel');
  if (!useEditability(definition).mayEdit) return null;
  return (
    <LinkButton href={`/definitions/${definition.id}?edit=true`} icon={<PencilLine aria-hidden size={15} />}>
      {t('edit')}
    </LinkButton>
  );
}

type StepProps = { label: string; to: string | undefined; onOpen: (id: string) => void; children: ReactNode };

function Step({ label, to, onOpen, children }: StepProps) {
  return (
    <IconButton label={label} isDisabled={to === undefined} onPress={() => (to ? onOpen(to) : undefined)}>
      {children}
    </IconButton>
  );
}

function PanelTabs({ definition }: { definition: Definition }) {
  const t = useTranslations('definitions.panel');
  const [tab, setTab] = useState('read');
  return (
    <Tabs
      label={t('tabs')}
      selected={tab}
      onChange={setTab}
      tabs={[
        {
          id: 'read',
          label: t('read'),
          content: (
            <div className="flex flex-col gap-6">
              <DefinitionText content={definition as DefinitionContent} level={3} />
              <div className="border-t border-line">
                <DefinitionFacts definition={definition} columns={2} />
              </div>
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
              <ReviewChecklist key={definition.id} definition={definition} level={3} />
            </div>
          ),
        },
        {
          id: 'history',
          label: t('history'),
          count: definition.version,
          content: <DefinitionHistory key={definition.id} id={definition.id} level={3} />,
        },
      ]}
    />
  );
}
