'use client';

import { useTranslations } from 'use-intl';
import { Select } from '#components/ui/select.tsx';
import { READ_LANGUAGES } from '#domain/read-choices.ts';
import type { FileReadingControls } from './use-file-reading.ts';

const AS_IN_FILE = 'as-in-file';

/** The language of what an archive gives none for. */
export function ArchiveLanguage({ controls, isDisabled }: { controls: FileReadingControls; isDisabled: boolean }) {
  const t = useTranslations('import.recognised');
  const { choices, setChoices } = controls;
  return (
    <Select
      label={t('choose.language')}
      description={t('languageHelp')}
      isDisabled={isDisabled}
      options={[
        { value: AS_IN_FILE, label: t('asInFile') },
        ...READ_LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) })),
      ]}
      value={choices.language ?? AS_IN_FILE}
      onChange={(language) => setChoices({ ...choices, language: language === AS_IN_FILE ? undefined : language })}
      className="max-w-96"
    />
  );
}
