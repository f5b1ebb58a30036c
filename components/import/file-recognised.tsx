'use client';

import { useTranslations } from 'use-intl';
import { Select } from '#components/ui/select.tsx';
import type { UploadPreview } from '#contract/reading.ts';
import {
  DELIMITERS,
  ENCODINGS,
  isTableFormat,
  READ_FORMAT_NAMES,
  READ_FORMATS,
  READ_LANGUAGES,
  type ReadChoices,
} from '#domain/read-choices.ts';
import { ChoicesPanel } from './choices-panel.tsx';
import { PlaceChoices } from './place-choices.tsx';
import type { FileReadingControls } from './use-file-reading.ts';

const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
};
const AS_FOUND = 'as-found';

/** What the file was recognised as, in one line, and choosing otherwise. */
export function FileRecognised({ controls, isDisabled }: { controls: FileReadingControls; isDisabled: boolean }) {
  const t = useTranslations('import.recognised');
  const { preview } = controls;
  return (
    <ChoicesPanel
      head={
        <p role="status" className="min-w-0">
          <span className="font-medium">{t('title')}</span>{' '}
          {preview ? <Words preview={preview} /> : <span className="text-ink-muted">{t('looking')}</span>}
        </p>
      }
      label={preview ? t('change') : null}
    >
      {preview ? <Choices preview={preview} controls={controls} isDisabled={isDisabled} /> : null}
    </ChoicesPanel>
  );
}

function Words({ preview }: { preview: UploadPreview }) {
  const t = useTranslations('import.recognised');
  const { format, encoding, delimiter, headerRow, dialect, language } = preview.detected;
  const words = [
    format ? READ_FORMAT_NAMES[format] : t('unknown'),
    delimiter && t(`delimiter.${nameOfDelimiter(delimiter)}`),
    encoding && ENCODING_NAMES[encoding],
    preview.sheets.length > 1 && preview.sheet && t('sheet', { name: preview.sheet }),
    headerRow && t('headerRow', { row: String(headerRow) }),
    dialect && t(`dialect.${dialect}`),
    language && t(`language.${language.value}`),
  ];
  return words.filter(Boolean).join(' · ');
}

type ChoicesProps = { preview: UploadPreview; controls: FileReadingControls; isDisabled: boolean };

function Choices({ preview, controls, isDisabled }: ChoicesProps) {
  const t = useTranslations('import.recognised');
  const { detected } = preview;
  const { choices, setChoices } = controls;
  // What was decided about columns is about the columns of that reading.
  const set = (change: ReadChoices) => setChoices({ ...choices, ...change, mapping: undefined });
  const isTable = isTableFormat(detected.format);
  const given = <T extends string>(value: T | typeof AS_FOUND) => (value === AS_FOUND ? undefined : value);
  const asFound = { value: AS_FOUND, label: t('asFound') } as const;
  return (
    <div className="grid gap-4 border-t border-line pt-3 pb-1 sm:grid-cols-2 lg:grid-cols-3">
      <Select
        label={t('choose.format')}
        isDisabled={isDisabled}
        options={[asFound, ...READ_FORMATS.map((value) => ({ value, label: READ_FORMAT_NAMES[value] }))]}
        value={choices.format ?? AS_FOUND}
        onChange={(format) =>
          set({ format: given(format), headerRow: undefined, sheet: undefined, delimiter: undefined })
        }
      />
      {detected.format === 'xlsx' ? null : (
        <Select
          label={t('choose.encoding')}
          isDisabled={isDisabled}
          options={[asFound, ...ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] }))]}
          value={choices.encoding ?? AS_FOUND}
          onChange={(encoding) => set({ encoding: given(encoding) })}
        />
      )}
      {detected.format === 'csv' ? (
        <Select
          label={t('choose.delimiter')}
          isDisabled={isDisabled}
          options={[
            asFound,
            ...DELIMITERS.map((value) => ({ value, label: t(`delimiter.${nameOfDelimiter(value)}`) })),
          ]}
          value={choices.delimiter ?? AS_FOUND}
          onChange={(delimiter) => set({ delimiter: given(delimiter), headerRow: undefined })}
        />
      ) : null}
      {isTable ? <PlaceChoices table={preview} place={choices} onPlace={set} isDisabled={isDisabled} /> : null}
      <Select
        label={t('choose.language')}
        description={t('languageHelp')}
        isDisabled={isDisabled}
        options={[
          { value: AS_FOUND, label: t('asInFile') },
          ...READ_LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) })),
        ]}
        value={choices.language ?? AS_FOUND}
        onChange={(language) => setChoices({ ...choices, language: given(language) })}
      />
    </div>
  );
}

const DELIMITER_NAMES = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;

function nameOfDelimiter(delimiter: keyof typeof DELIMITER_NAMES) {
  return DELIMITER_NAMES[delimiter];
}
