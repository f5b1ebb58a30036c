'use client';

import { useTranslations } from 'use-intl';
import { Select } from '#components/ui/select.tsx';
import { READ_LANGUAGES, type ReadLanguage } from '#domain/read-choices.ts';

const NONE = 'none';

export type LanguageChoiceProps = {
  language: ReadLanguage | undefined;
  onLanguage: (language: ReadLanguage | undefined) => void;
  /** What goes as long as none is chosen. */
  otherwise: string;
  description?: string;
  isDisabled: boolean;
  className?: string;
};

/** The language of definitions that their file gives none for. */
export function LanguageChoice({ language, onLanguage, otherwise, ...select }: LanguageChoiceProps) {
  const t = useTranslations('import.recognised');
  return (
    <Select
      {...select}
      label={t('choose.language')}
      options={[
        { value: NONE, label: otherwise },
        ...READ_LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) })),
      ]}
      value={language ?? NONE}
      onChange={(chosen) => onLanguage(chosen === NONE ? undefined : chosen)}
    />
  );
}
