'use client';

import { useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import { ArchivePlaces } from './archive-places.tsx';
import { chosenFor, type TableGroup, withMappingFor } from './file-reading.ts';
import { TableColumns } from './table-columns.tsx';
import type { FileReadingControls } from './use-file-reading.ts';

const NAMES_SHOWN = 5;

type ArchiveTablesProps = { controls: FileReadingControls; isDisabled: boolean };

/** The tables of an archive whose columns nobody knows, those with the same columns as one. */
export function ArchiveTables({ controls, isDisabled }: ArchiveTablesProps) {
  const t = useTranslations('import.tables');
  const { preview } = controls;
  if (!preview) return null;
  const groups = preview.tables.filter(({ mapping, headers }) => mapping !== 'known' && headers.length > 0);
  const isKnown = preview.tables.length > 0 && preview.tables.every(({ mapping }) => mapping === 'known');
  return (
    <>
      <ArchivePlaces controls={controls} isDisabled={isDisabled} />
      {isKnown ? <p className="text-sm text-ink-muted">{t('known', { count: countOf(preview.tables) })}</p> : null}
      {groups.map((group) => (
        <GroupColumns key={JSON.stringify(group.headers)} group={group} controls={controls} isDisabled={isDisabled} />
      ))}
      {preview.tablesLeft > 0 ? (
        <Banner tone="info" title={t('leftTitle', { count: preview.tablesLeft })}>
          {t('left')}
        </Banner>
      ) : null}
    </>
  );
}

function GroupColumns({ group, controls, isDisabled }: ArchiveTablesProps & { group: TableGroup }) {
  const t = useTranslations('import.tables');
  const { choices, setChoices, remembers, setRemembers } = controls;
  const { places, headers, mapping: state } = group;
  const files = places.map(({ file }) => file);
  const count = files.length;
  const chosen = chosenFor(choices, headers);
  const shown = files.slice(0, NAMES_SHOWN).join(', ');
  const title = count === 1 ? t('one', { name: shown }) : t('several', { count });
  const isNew = chosen !== undefined || (state !== 'saved' && group.missing.length === 0);
  return (
    <div className="flex flex-col gap-3">
      {count > 1 ? (
        <p className="text-sm break-all">
          {t('sameColumns', { count: String(count), names: shown })}
          {count > NAMES_SHOWN ? ' …' : ''}
        </p>
      ) : state === 'saved' ? (
        <p className="text-sm break-all">{title}</p>
      ) : null}
      <TableColumns
        title={title}
        state={state}
        table={group}
        chosen={chosen}
        onMapping={(mapping) => setChoices(withMappingFor(choices, { headers, mapping }))}
        remember={isNew ? { isSelected: remembers, onChange: setRemembers } : null}
        isDisabled={isDisabled}
      />
      {group.missing.length > 0 ? <p className="text-sm text-ink-muted">{t('willFail', { count })}</p> : null}
    </div>
  );
}

function countOf(tables: readonly TableGroup[]): number {
  return tables.reduce((sum, { places }) => sum + places.length, 0);
}
