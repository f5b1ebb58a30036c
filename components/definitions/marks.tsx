'use client';

import { useTranslations } from 'use-intl';
import { useMe } from '#components/api/use-me.ts';
import { ClassificationMark } from '#components/statuses/classification-mark.tsx';
import { SharingMark } from '#components/statuses/sharing-mark.tsx';
import type { DefinitionRow } from '#contract/definitions.ts';

/** For whom a row is: how it is classified, with whom it is shared, or whose it is when that is another organisation. */
export function Marks({ row }: { row: DefinitionRow }) {
  const t = useTranslations('definitions.sharing');
  const own = useMe().data?.organisation.id;
  const isForeign = own !== undefined && own !== row.owner.id;
  return (
    <ul className="flex flex-wrap gap-x-2 gap-y-0.5 pt-1 text-xs text-ink-muted">
      <li>
        <ClassificationMark classification={row.classification} />
      </li>
      {row.visibility === 'own' || isForeign ? null : (
        <li>
          <SharingMark visibility={row.visibility} />
        </li>
      )}
      {isForeign ? <li>{t('of', { organisation: row.owner.name })}</li> : null}
    </ul>
  );
}
