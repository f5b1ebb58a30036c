'use client';

import { useTranslations } from 'use-intl';
import type { TableGroup } from './file-reading.ts';
import { useFileNames } from './use-file-names.ts';
import { useReadingWords } from './use-reading-words.ts';

/** As what tables of an archive are read, those that are read alike in one line. */
export function ArchiveReadings({ label, places }: { label: string; places: TableGroup['places'] }) {
  const t = useTranslations('import.tables');
  const words = useReadingWords();
  const names = useFileNames();
  const alike = Map.groupBy(places, (place) =>
    place.headerRow === null && place.top.length > 0 ? `${words(place)} · ${t('noHeader')}` : words(place),
  );
  return (
    <ul aria-label={label} className="flex flex-col gap-2">
      {[...alike].map(([reading, read]) => (
        <li key={reading} className="min-w-0">
          <p className="font-medium wrap-anywhere">{names(read)}</p>
          <p className="text-ink-muted">{reading}</p>
        </li>
      ))}
    </ul>
  );
}
