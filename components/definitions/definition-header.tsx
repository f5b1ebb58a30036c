'use client';

import { PencilLine } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { DefinitionStatusBadge } from '#components/statuses/definition-status-badge.tsx';
import { VerdictBadge } from '#components/statuses/verdict-badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Definition } from '#contract/definitions.ts';
import { useEditability } from './use-editability.ts';

/** The term, how it stands, and the way to change it or why there is none. */
export function DefinitionHeader({ definition, onEdit }: { definition: Definition; onEdit: () => void }) {
  const t = useTranslations('definitions');
  const format = useFormat();
  const { mayEdit, reason } = useEditability(definition);
  return (
    <PageHeader
      title={<span lang={definition.language}>{definition.term}</span>}
      context={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pt-1.5">
          <DefinitionStatusBadge status={definition.status} />
          <VerdictBadge verdict={definition.verdict} />
          <span>{t('read.scoreOf', { score: String(Math.round(definition.qualityScore * 100)) })}</span>
          <span>{t('read.version', { version: String(definition.version) })}</span>
          <span>{format.date(definition.updatedAt)}</span>
        </span>
      }
      actions={
        mayEdit ? (
          <Button variant="primary" icon={<PencilLine aria-hidden size={16} />} onPress={onEdit}>
            {t('edit.start')}
          </Button>
        ) : reason ? (
          <p className="max-w-60 text-sm text-ink-muted">{t(`edit.notEditable.${reason}`)}</p>
        ) : null
      }
    />
  );
}
