'use client';

import { useTranslations } from 'use-intl';
import type { Detected, UploadPreview } from '#contract/reading.ts';
import { type Delimiter, type Encoding, READ_FORMAT_NAMES } from '#domain/read-choices.ts';

type Reading = Pick<Detected, 'format' | 'encoding' | 'delimiter' | 'headerRow' | 'language'> &
  Pick<UploadPreview, 'sheet' | 'sheets'> & { dialect?: Detected['dialect'] };

export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
};

/** What delimiters are called in the messages. */
export const DELIMITER_NAMES = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const satisfies Record<
  Delimiter,
  string
>;

/** What a file was recognised as, or is read as, in one line. */
export function useReadingWords(): (reading: Reading) => string {
  const t = useTranslations('import.recognised');
  return ({ format, encoding, delimiter, sheet, sheets, headerRow, dialect, language }) =>
    [
      format ? READ_FORMAT_NAMES[format] : t('unknown'),
      delimiter && t(`delimiter.${DELIMITER_NAMES[delimiter]}`),
      encoding && ENCODING_NAMES[encoding],
      sheets.length > 1 && sheet && t('sheet', { name: sheet }),
      headerRow && t('headerRow', { row: String(headerRow) }),
      dialect && t(`dialect.${dialect}`),
      language && t(`language.${language.value}`),
    ]
      .filter(Boolean)
      .join(' · ');
}
