'use client';

import { useTranslations } from 'use-intl';
import { ArchivePlace } from './archive-place.tsx';
import { ArchiveReadings } from './archive-readings.tsx';
import { ChoicesPanel } from './choices-panel.tsx';
import type { FileReadingControls } from './use-file-reading.ts';

/** How each table of an archive was found to be, and saying that it is otherwise: those with the same columns at once, or one of them. */
export function ArchivePlaces({ controls, isDisabled }: { controls: FileReadingControls; isDisabled: boolean }) {
  const t = useTranslations('import.tables');
  const tables = controls.preview?.tables ?? [];
  if (tables.length === 0) return null;
  const places = tables.flatMap((table) => table.places);
  const found = t('places', { count: places.length });
  return (
    <ChoicesPanel
      head={<p className="font-semibold">{found}</p>}
      label={t('choosePlaces')}
      summary={<ArchiveReadings label={found} places={places} />}
    >
      <ul className="flex flex-col divide-y divide-line border-t border-line">
        {tables.map((table) => (
          <li key={table.places[0]?.file}>
            <ArchivePlace table={table} controls={controls} isDisabled={isDisabled} />
          </li>
        ))}
      </ul>
    </ChoicesPanel>
  );
}
