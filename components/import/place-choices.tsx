'use client';

import { useTranslations } from 'use-intl';
import { Select } from '#components/ui/select.tsx';
import type { UploadPreview } from '#contract/reading.ts';

const AS_FOUND = 'as-found';
/** Sheets are told apart from the word for none of them. */
const SHEET = 'sheet:';

type Place = { sheet?: string | undefined; headerRow?: number | undefined };

export type PlaceChoicesProps = {
  table: Pick<UploadPreview, 'top' | 'sheets'>;
  place: Place;
  onPlace: (place: Place) => void;
  isDisabled: boolean;
};

/** In which sheet and below which row the table stands, where that is otherwise than was found. */
export function PlaceChoices({ table: { top, sheets }, place, onPlace, isDisabled }: PlaceChoicesProps) {
  const t = useTranslations('import.recognised');
  return (
    <>
      {sheets.length > 1 ? (
        <Select
          label={t('choose.sheet')}
          isDisabled={isDisabled}
          options={[
            { value: AS_FOUND, label: t('allSheets') },
            ...sheets.map((name) => ({ value: `${SHEET}${name}`, label: name })),
          ]}
          value={place.sheet === undefined ? AS_FOUND : `${SHEET}${place.sheet}`}
          onChange={(sheet) =>
            onPlace({ sheet: sheet === AS_FOUND ? undefined : sheet.slice(SHEET.length), headerRow: undefined })
          }
        />
      ) : null}
      <Select
        label={t('choose.headerRow')}
        isDisabled={isDisabled}
        options={[
          { value: AS_FOUND, label: t('asFound') },
          ...top.map(({ line, cells }) => ({
            value: String(line),
            label: t('row', { row: String(line) }),
            description: cells.filter(Boolean).slice(0, 6).join(' | ').slice(0, 80),
          })),
        ]}
        value={place.headerRow === undefined ? AS_FOUND : String(place.headerRow)}
        onChange={(row) => onPlace({ sheet: place.sheet, headerRow: row === AS_FOUND ? undefined : Number(row) })}
      />
    </>
  );
}
