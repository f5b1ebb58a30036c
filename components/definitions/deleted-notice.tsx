'use client';

import { ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMayDo, useMe } from '#components/api/use-me.ts';
import { RestoreDialog } from '#components/bulk/restore-dialog.tsx';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Definition } from '#contract/definitions.ts';
import type { SelectionState } from './selection.ts';

/** That a definition was deleted, when and by whom, and the way back for those who may go it. Nothing for one that is there. */
export function DeletedNotice({ definition }: { definition: Definition }) {
  const t = useTranslations('definitions.page');
  const actions = useTranslations('bulk.actions');
  const format = useFormat();
  const me = useMe().data;
  const mayStart = useMayDo('batch:start');
  const [restoring, setRestoring] = useState(false);
  const { deletedAt, deletedBy, organisation } = definition;
  if (deletedAt === null) return null;
  const date = format.dateTime(deletedAt);
  const mayRestore = mayStart && organisation.id === me?.organisation.id;
  const selection: SelectionState = { mode: 'ids', ids: new Set([definition.id]), deleted: true };
  return (
    <div className="pb-4">
      <Banner
        tone="warning"
        title={t('deletedTitle')}
        action={
          mayRestore ? (
            <Button icon={<ArchiveRestore aria-hidden size={16} />} onPress={() => setRestoring(true)}>
              {actions('restore')}
            </Button>
          ) : null
        }
      >
        {deletedBy ? t('deletedBy', { date, name: deletedBy }) : t('deletedOn', { date })}
      </Banner>
      {restoring ? <RestoreDialog state={selection} onClose={() => setRestoring(false)} /> : null}
    </div>
  );
}
