'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useForgetMapping } from '#components/api/use-column-mappings.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Detected, TableView } from '#contract/reading.ts';
import { ColumnMapping, type ColumnMappingProps } from './column-mapping.tsx';

type TableColumnsProps = ColumnMappingProps & { state: Detected['mapping'] };

/** What a table needs to be said of its columns: nothing when they are known, or were set before; it can be looked at all the same. */
export function TableColumns({ state, ...mapping }: TableColumnsProps) {
  const t = useTranslations('import.mapping');
  const [isAsked, setAsked] = useState(false);
  const { table, chosen, isDisabled } = mapping;
  const isShown = isAsked || chosen !== undefined || state === 'needed' || state === 'offered';
  return (
    <>
      {table.saved && state === 'saved' ? <Recognised saved={table.saved} isDisabled={isDisabled} /> : null}
      {isShown ? (
        <ColumnMapping {...mapping} />
      ) : (
        <Button className="self-start" isDisabled={isDisabled} onPress={() => setAsked(true)}>
          {t('look')}
        </Button>
      )}
    </>
  );
}

type RecognisedProps = { saved: NonNullable<TableView['saved']>; isDisabled: boolean };

function Recognised({ saved, isDisabled }: RecognisedProps) {
  const t = useTranslations('import.mapping');
  const format = useFormat();
  const forget = useForgetMapping();
  return (
    <Banner
      tone="success"
      role="status"
      title={saved.name ? t('recognisedNamed', { name: saved.name }) : t('recognisedTitle')}
      action={
        <Button size="small" isDisabled={isDisabled} pending={forget.isPending} onPress={() => forget.mutate(saved.id)}>
          {t('forget')}
        </Button>
      }
    >
      {t('recognised', { by: saved.savedBy ?? '–', when: format.dateTime(saved.savedAt) })}
    </Banner>
  );
}
