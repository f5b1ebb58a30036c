'use client';

import { CheckboxGroup, Label } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { LABEL } from '#components/ui/field-styles.ts';

const FORMATS = ['csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** Where is looked, and what comes of it. */
export type QueryChoices = { includeSynonyms: boolean; fuzzy: boolean; formats: readonly Format[] };

export const SAFE_QUERY: QueryChoices = { includeSynonyms: true, fuzzy: false, formats: FORMATS };

export function toQueryOptions({ includeSynonyms, fuzzy, formats }: QueryChoices) {
  return { includeSynonyms, fuzzy, formats: [...formats] };
}

export type QueryOptionsProps = { choices: QueryChoices; onChange: (choices: QueryChoices) => void; asked: boolean };

/** How terms are looked up, and in which files the answers come. */
export function QueryOptions({ choices, onChange, asked }: QueryOptionsProps) {
  const t = useTranslations('query');
  return (
    <>
      <Checkbox
        isSelected={choices.includeSynonyms}
        onChange={(includeSynonyms) => onChange({ ...choices, includeSynonyms })}
        description={t('synonymsHelp')}
      >
        {t('synonyms')}
      </Checkbox>
      <Checkbox
        isSelected={choices.fuzzy}
        onChange={(fuzzy) => onChange({ ...choices, fuzzy })}
        description={t('fuzzyHelp')}
      >
        {t('fuzzy')}
      </Checkbox>
      <CheckboxGroup
        value={[...choices.formats]}
        onChange={(values) => onChange({ ...choices, formats: FORMATS.filter((format) => values.includes(format)) })}
        isInvalid={asked && choices.formats.length === 0}
        className="flex flex-col gap-2"
      >
        <Label className={LABEL}>{t('formats')}</Label>
        {FORMATS.map((format) => (
          <Checkbox key={format} value={format} description={t(`format.${format}.help`)}>
            {t(`format.${format}.label`)}
          </Checkbox>
        ))}
        {asked && choices.formats.length === 0 ? (
          <p role="alert" className="text-danger-ink">
            {t('noFormat')}
          </p>
        ) : null}
      </CheckboxGroup>
    </>
  );
}
