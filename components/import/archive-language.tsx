'use client';

import { useTranslations } from 'use-intl';
import { LanguageChoice } from './language-choice.tsx';
import type { FileReadingControls } from './use-file-reading.ts';

/** The language of what an archive gives none for. */
export function ArchiveLanguage({ controls, isDisabled }: { controls: FileReadingControls; isDisabled: boolean }) {
  const t = useTranslations('import.recognised');
  const { choices, setChoices } = controls;
  return (
    <LanguageChoice
      language={choices.language}
      onLanguage={(language) => setChoices({ ...choices, language })}
      otherwise={t('asInFile')}
      description={t('languageHelp')}
      isDisabled={isDisabled}
      className="max-w-96"
    />
  );
}
