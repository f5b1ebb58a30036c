'use client';

import { PencilLine } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Definition } from '#contract/definitions.ts';
import { Standing } from './standing.tsx';
import { useEditability } from './use-editability.ts';

/** The term, how it stands, and the way to change it or why there is none. */
export function DefinitionHeader({ definition, onEdit }: { definition: Definition; onEdit: () => void }) {
  const t = useTranslations('definitions');
  const { mayEdit, reason } = useEditability(definition);
  return (
    <PageHeader
      title={<span lang={definition.language}>{definition.term}</span>}
      context={<Standing definition={definition} />}
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
