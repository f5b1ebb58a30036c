'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import { Select } from '#components/ui/select.tsx';
import type { Finding } from '#domain/finding.ts';
import { findingText } from '#domain/finding-texts.ts';
import { ArchiveReadings } from './archive-readings.tsx';
import { placeFor, type TableGroup, withPlaceFor } from './file-reading.ts';
import { LanguageChoice } from './language-choice.tsx';
import { PlaceChoices } from './place-choices.tsx';
import { useFileNames } from './use-file-names.ts';
import type { FileReadingControls } from './use-file-reading.ts';
import { useReadingWords } from './use-reading-words.ts';

const ALL = 'all';
/** Files are told apart from the word for all of them. */
const FILE = 'file:';
const ROWS_SHOWN = 3;

type ArchivePlaceProps = { table: TableGroup; controls: FileReadingControls; isDisabled: boolean };

/** How the tables of an archive with the same columns are read, and reading all of them, or one, otherwise. */
export function ArchivePlace({ table: { places, problems }, controls, isDisabled }: ArchivePlaceProps) {
  const t = useTranslations('import.tables');
  const locale = useLocale();
  const words = useReadingWords();
  const names = useFileNames();
  const [which, setWhich] = useState(ALL);
  const { choices, setChoices } = controls;
  // Read otherwise, it may have other columns than these, and is shown by itself.
  const one = places.find(({ file }) => `${FILE}${file}` === which);
  const meant = one ? [one] : places;
  const [first] = meant;
  if (!first) return null;
  const files = meant.map(({ file }) => file);
  const place = placeFor(choices, files);
  const haveSameSheets = meant.every(({ sheets }) => JSON.stringify(sheets) === JSON.stringify(first.sheets));
  const [problem] = problems;
  const { message, advice } = problem ? findingText(problem as Finding, locale) : {};
  return (
    // Its choices are called as those of the others are.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its name as a legend, which stands in the list already
    <div role="group" aria-label={names(places)} className="flex flex-col gap-3 py-3">
      <ArchiveReadings label={t('readAs')} places={places} />
      {message ? (
        <Banner tone="danger" role="alert" title={message}>
          {advice}
        </Banner>
      ) : null}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {places.length > 1 ? (
          <Select
            label={t('which')}
            isDisabled={isDisabled}
            options={[
              { value: ALL, label: t('all', { count: String(places.length) }) },
              ...places.map((place) => ({
                value: `${FILE}${place.file}`,
                label: place.file,
                description: words(place),
              })),
            ]}
            value={one ? which : ALL}
            onChange={setWhich}
          />
        ) : null}
        <PlaceChoices
          table={{ ...first, sheets: haveSameSheets ? first.sheets : [] }}
          place={place}
          onPlace={(change) => setChoices(withPlaceFor(choices, files, change))}
          isDisabled={isDisabled}
        />
        <LanguageChoice
          language={place.language}
          onLanguage={(language) => setChoices(withPlaceFor(choices, files, { language }))}
          otherwise={t('languageOfAll')}
          isDisabled={isDisabled}
        />
      </div>
      {first.top.length > 0 ? (
        <div>
          <p className="text-ink-muted">{t('firstRows')}</p>
          <ol className="font-mono text-xs">
            {first.top.slice(0, ROWS_SHOWN).map(({ line, cells }) => (
              <li key={line} className="truncate">
                {line} {cells.join(' | ')}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </div>
  );
}
