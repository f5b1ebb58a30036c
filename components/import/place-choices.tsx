'use client';

import { useTranslations } from 'use-intl';
import { Select } from '#components/ui/select.tsx';
import type { Detected, UploadPreview } from '#contract/reading.ts';
import {
  DELIMITERS,
  ENCODINGS,
  type FileChoices,
  isTableFormat,
  READ_FORMAT_NAMES,
  READ_FORMATS,
} from '#domain/read-choices.ts';
import { DELIMITER_NAMES, ENCODING_NAMES } from './use-reading-words.ts';

const AS_FOUND = 'as-found';
/** Sheets are told apart from the word for none of them. */
const SHEET = 'sheet:';

export type PlaceChoicesProps = {
  table: Pick<UploadPreview, 'top' | 'sheets'> & Pick<Detected, 'format'>;
  place: FileChoices;
  onPlace: (change: FileChoices) => void;
  isDisabled: boolean;
};

/** What kind of file it is, in which encoding, by what its cells are parted, in which sheet and below which row its table stands, where that is otherwise than was found. */
export function PlaceChoices({ table: { format, top, sheets }, place, onPlace, isDisabled }: PlaceChoicesProps) {
  const t = useTranslations('import.recognised');
  const asFound = { value: AS_FOUND, label: t('asFound') } as const;
  const given = <T extends string>(value: T | typeof AS_FOUND) => (value === AS_FOUND ? undefined : value);
  return (
    <>
      <Select
        label={t('choose.format')}
        isDisabled={isDisabled}
        options={[asFound, ...READ_FORMATS.map((value) => ({ value, label: READ_FORMAT_NAMES[value] }))]}
        value={place.format ?? AS_FOUND}
        onChange={(kind) =>
          onPlace({ format: given(kind), headerRow: undefined, sheet: undefined, delimiter: undefined })
        }
      />
      {format === 'xlsx' ? null : (
        <Select
          label={t('choose.encoding')}
          isDisabled={isDisabled}
          options={[asFound, ...ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] }))]}
          value={place.encoding ?? AS_FOUND}
          onChange={(encoding) => onPlace({ encoding: given(encoding) })}
        />
      )}
      {format === 'csv' ? (
        <Select
          label={t('choose.delimiter')}
          isDisabled={isDisabled}
          options={[
            asFound,
            ...DELIMITERS.map((value) => ({ value, label: t(`delimiter.${DELIMITER_NAMES[value]}`) })),
          ]}
          value={place.delimiter ?? AS_FOUND}
          onChange={(delimiter) => onPlace({ delimiter: given(delimiter), headerRow: undefined })}
        />
      ) : null}
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
      {isTableFormat(format) ? (
        <Select
          label={t('choose.headerRow')}
          isDisabled={isDisabled}
          options={[
            asFound,
            ...top.map(({ line, cells }) => ({
              value: String(line),
              label: t('row', { row: String(line) }),
              description: cells.filter(Boolean).slice(0, 6).join(' | ').slice(0, 80),
            })),
          ]}
          value={place.headerRow === undefined ? AS_FOUND : String(place.headerRow)}
          onChange={(row) => onPlace({ headerRow: row === AS_FOUND ? undefined : Number(row) })}
        />
      ) : null}
    </>
  );
}
