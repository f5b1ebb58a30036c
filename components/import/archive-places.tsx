'use client';

import { useTranslations } from 'use-intl';
import { ChoicesPanel } from './choices-panel.tsx';
import { type TableGroup, withPlaceFor } from './file-reading.ts';
import { PlaceChoices } from './place-choices.tsx';
import type { FileReadingControls } from './use-file-reading.ts';

const NAMES_SHOWN = 3;

type ArchivePlacesProps = { controls: FileReadingControls; isDisabled: boolean };

/** Where each table of an archive was found, those with the same columns as one, and saying that it is elsewhere. */
export function ArchivePlaces({ controls, isDisabled }: ArchivePlacesProps) {
  const t = useTranslations('import.tables');
  const tables = controls.preview?.tables ?? [];
  if (tables.length === 0) return null;
  return (
    <ChoicesPanel
      head={<p className="font-medium">{t('places', { count: tables.reduce((sum, { count }) => sum + count, 0) })}</p>}
      label={t('choosePlaces')}
    >
      <ul className="flex flex-col divide-y divide-line border-t border-line">
        {tables.map((table) => (
          <li key={table.files[0]} className="grid gap-x-4 gap-y-2 py-3 sm:grid-cols-2">
            <Place table={table} controls={controls} isDisabled={isDisabled} />
          </li>
        ))}
      </ul>
    </ChoicesPanel>
  );
}

function Place({ table, controls, isDisabled }: ArchivePlacesProps & { table: TableGroup }) {
  const t = useTranslations('import.tables');
  const { files, headerRow, sheet, sheets } = table;
  const { choices, setChoices } = controls;
  const place = choices.places?.find(({ file }) => file === files[0]) ?? {};
  const where = [
    sheets.length > 1 && sheet && t('inSheet', { name: sheet }),
    headerRow === null ? t('noHeader') : t('atRow', { row: String(headerRow) }),
  ].filter(Boolean);
  return (
    <>
      <div className="min-w-0 sm:col-span-2">
        <p className="font-medium break-all">
          {files.slice(0, NAMES_SHOWN).join(', ')}
          {files.length > NAMES_SHOWN ? ' …' : ''}
        </p>
        <p className="text-ink-muted">{where.join(' · ')}</p>
      </div>
      <PlaceChoices
        table={table}
        place={place}
        onPlace={(next) => setChoices(withPlaceFor(choices, files, next))}
        isDisabled={isDisabled}
      />
    </>
  );
}
