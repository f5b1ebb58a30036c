'use client';

import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMe } from '#components/api/use-me.ts';
import { ShareDialog } from '#components/bulk/share-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Definition } from '#contract/definitions.ts';

/** Which other organisations may read a definition, and the way to change that for who may. */
export function SharingFact({ definition }: { definition: Definition }) {
  const t = useTranslations();
  const me = useMe().data;
  const [isOpen, setOpen] = useState(false);
  const { visibility, sharedWith, organisation, deletedAt } = definition;
  const mayShare =
    me?.actions.includes('definition:share') && me.organisation.id === organisation.id && deletedAt === null;
  return (
    <>
      {t(`statuses.visibility.${visibility}`)}
      {sharedWith.length > 0 ? (
        <ul>
          {sharedWith.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      ) : null}
      {mayShare ? (
        <div className="pt-2">
          <Button icon={<Share2 aria-hidden size={15} />} onPress={() => setOpen(true)}>
            {t('definitions.sharing.change')}
          </Button>
        </div>
      ) : null}
      {isOpen ? (
        <ShareDialog
          state={{ mode: 'ids', ids: new Set([definition.id]) }}
          now={{ visibility, organisationIds: sharedWith.map(({ id }) => id) }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
