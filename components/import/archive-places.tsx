'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { type TableGroup, withPlaceFor } from './file-reading.ts';
import { PlaceChoices } from './place-choices.tsx';
import type { FileReadingControls } from './use-file-reading.ts';

const NAMES_SHOWN = 3;

type ArchivePlacesProps = { controls: FileReadingControls; isDisabled: boolean };

/** Where each table of an archive was found, those with the same columns as one, and saying that it is elsewhere. */
export function ArchivePlaces({ controls, isDisabled }: ArchivePlacesProps) {
  const t = useTranslations('import.tables');
  const [isOpen, setOpen] = useState(false);
  const tables = controls.preview?.tables ?? [];
  if (tables.length === 0) return null;
  return (
    <div className="flex flex-col gap-3 rounded-md border border-line bg-ground px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="font-medium">{t('places', { count: tables.reduce((sum, { count }) => sum + count, 0) })}</p>
        <Button
          size="small"
          variant="quiet"
          aria-expanded={isOpen}
          icon={<SlidersHorizontal aria-hidden size={16} />}
          onPress={() => setOpen(!isOpen)}
        >
          {t('choosePlaces')}
        </Button>
      </div>
      {isOpen ? (
        <ul className="flex flex-col divide-y divide-line border-t border-line">
          {tables.map((table) => (
            <li key={table.files[0]} className="grid gap-x-4 gap-y-2 py-3 sm:grid-cols-2">
              <Place table={table} controls={controls} isDisabled={isDisabled} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
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
